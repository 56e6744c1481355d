# random: the same numbers for the same seed.
import random
R=random
def show(*a): print(*a)
for s in (1, 12345, -7, 10**40, 'hello', b'hello', 1.5, 'é'):
    R.seed(s)
    show(s, R.random(), R.getrandbits(32), R.getrandbits(100), R.randint(1,6), R.randrange(0,100,7), R.randrange(10**20), R.uniform(1,2), R.gauss(0,1), R.gauss(0,1), R.choice([1,2,3]), R.choice('abc'), R.choice(range(10,20)))
    l=list(range(20)); R.shuffle(l); show(l, R.sample(range(100),10), R.sample(l,3), R.sample('abcdef',6), R.sample(range(10**6),30)[:5])
    show(R.choices([1,2,3],k=5), R.choices('ab',weights=[1,3],k=5), R.choices([1,2,3],cum_weights=[1,2,10],k=4), R.sample([1,2],3,counts=[2,2]))
    show(R.triangular(), R.triangular(1,5,2), R.normalvariate(0,1), R.lognormvariate(0,1), R.expovariate(2), R.vonmisesvariate(1,4), R.gammavariate(2,3), R.gammavariate(.5,1), R.gammavariate(1,2), R.betavariate(2,3), R.paretovariate(3), R.weibullvariate(1,2), R.randbytes(5))
R.seed('a',version=1); show(R.random()); R.seed(b'ab',1); show(R.random())
st=R.getstate(); a=R.random(); g=R.gauss(); R.setstate(st); show(a==R.random(), g==R.gauss(), st[0], len(st[1]))
r1=R.Random(5); r2=R.Random(5); show(r1.random()==r2.random(), r1.randint(1,100))
class Seq:
    def __len__(s): return 5
    def __getitem__(s,i):
        if i>=5: raise IndexError
        return i*10
R.seed(3); show(R.choice(Seq()), R.choices(Seq(),k=3))
class MList(list):
    def __setitem__(s,i,v): list.__setitem__(s,i,v)
R.seed(4); m=MList(range(8)); R.shuffle(m); show(m)
class MyR(R.Random):
    def __init__(s, x): super().__init__(x); s.tag=x
q=MyR(9); show(q.tag, q.random(), q.randint(1,9))
env=dict(random=random)
def t(s):
    try: print(s,'->',repr(eval(s,env)))
    except BaseException as e: print(s,'!!',type(e).__name__,e)
for s in ["random.choice([])","random.choice(5)","random.choice({1:2})","random.choice({5})","random.randrange(0)","random.randrange(5,5)","random.randrange(1,5,0)","random.randrange('a')","random.randrange(1.5)","random.randrange(5,None,2)","random.randint(5,1)","random.randint('a',2)","random.seed([1])","random.seed(1.5)","random.sample([1,2],3)","random.sample([1],-1)","random.sample({1,2},1)","random.sample(5,1)","random.sample([1,2],2,counts=[1])","random.sample([1,2],2,counts=[1,2.5])","random.sample([1,2],2,counts=[0,0])","random.choices([],k=1)","random.choices([1,2],[1],k=1)","random.choices([1,2],[0,0],k=1)","random.choices([1,2],[1,2],cum_weights=[1,2])","random.choices([1,2],3)","random.choices([1,2],weights=[1,float('inf')])","random.choices([1],k=1.5)","random.shuffle((1,2))","random.shuffle('ab')","random.shuffle(5)","random.getrandbits(0)","random.getrandbits(-1)","random.getrandbits('a')","random.setstate((1,2,3))","random.setstate((3,(1,2),None))","random.expovariate(0)","random.gammavariate(0,1)","random.randrange(-5)"]: t(s)
