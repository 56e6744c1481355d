# Every built-in function with right and wrong arguments.
L = r'''
abs()
abs('a')
abs(1,2)
all(1)
any()
ascii()
bin('a')
bin(1.5)
bin(-5)
hex(255)
hex('a')
oct(-8)
hex(Idx())
bin(2**70)
callable()
callable(len)
callable(1)
callable(O)
chr('a')
chr(-1)
chr(0x110000)
chr(10**30)
chr(1.5)
chr(97)
chr(Idx())
ord('ab')
ord(1)
ord(b'ab')
ord(b'a')
ord('')
ord('😀')
ord(bytearray(b'a'))
delattr(o,'x')
delattr(o,1)
dir(1,2)
divmod(1)
divmod(1,'a')
divmod('a',1)
divmod(7,3)
divmod(-7.5,2)
divmod(10**20,7)
eval(1)
eval('1+1',1)
eval('1+1',{},1)
eval('x',{'x':5})
eval('x+y',{'x':5},{'y':6})
eval('  1')
eval('1;2')
exec(1)
exec('x=1',1)
exec('x=1',{},1)
eval()
compile('1','f','xx')
compile(1,'f','eval')
compile('1',1,'eval')
compile('1','f')
eval(compile('2+3','f','eval'))
eval(b'1+1')
eval('1',None,None)
eval(compile('a=1','','exec'))
exec('1',None,{})
exec(b'x=1')
exec('x=1',globals=1)
compile('1','f','eval',flags='a')
compile('1','f','eval',99999999)
compile('1','f','eval',optimize=7)
format(1,2)
format()
format(1,'x','y')
getattr(o,'x')
getattr(o,1)
getattr(o)
getattr(o,'x',5)
hasattr(o,1)
hasattr(o)
hasattr(o,'x')
hasattr('a','upper')
hash([])
hash()
id()
input(1,2)
isinstance(1)
isinstance(1,1)
isinstance(1,(int,'a'))
issubclass(1,int)
issubclass(bool,int)
iter()
iter(1)
iter(1,2)
iter(NI())
list(iter(iter([1,2,3]).__next__, 3))
len()
len(1)
len([1])
max()
max([])
max(1)
max(1,key=None)
max([],default=3)
max(1,2,default=3)
min([])
min(1,'a')
max([1],foo=1)
max(1,2,key=lambda x:-x)
max('abc','abd')
max(1,2,3,key=1)
min((),key=len)
max([1,2],key=len)
max(['a','bbb','cc'],key=len)
min(gen(5))
max({1:2,3:4})
max([1.5,2,True])
next(1)
next(iter([]))
next(iter([]),5)
next()
next(gen(2))
pow(2)
pow(2,3,5)
pow(2,'a')
pow(2,3,'a')
pow(base=2,exp=3)
pow(2,-1)
pow(2,3,0)
print(sep=1)
print(end=1)
print(foo=1)
print(1,file=5)
print(1,2,sep='-',end='!\n')
print()
print(S(),o.__class__)
print(1,end=None,sep=None)
repr()
round()
round('a')
round(1.5,'a')
round(2.5)
round(number=2.567,ndigits=2)
round(1.5,None)
round(o)
round(5,-1)
round(True)
setattr(o,1,2)
setattr(o,'x')
setattr(1,'x',2)
setattr(o,'q',2)
o.q
delattr(o,'q')
sorted()
sorted(1)
sorted([1],1)
sorted([3,1],reverse=True)
sorted([3,1],key=None,reverse='a')
sorted([3,1],foo=1)
sorted('hello')
sorted([3,1,2],key=lambda x:-x,reverse=True)
sorted([3,'a'])
sum()
sum(1)
sum(['a'])
sum(['a'],'')
sum([b'a'],b'')
sum([bytearray()],bytearray())
sum([[1]],[])
sum([1,2],start=3)
sum([.1]*10)
sum([1,.5,2])
sum([1,1j])
sum(1,2,3)
sum(range(10),True)
sum(gen(1000))
sum([],'')
vars(1)
vars(o)
vars(1,2)
__import__()
__import__(1)
__import__('nonexist')
__import__('')
__import__('sys').__name__
__build_class__()
aiter(1)
anext(1)
globals(1)
locals(1)
globals() is env
dir(o)[-2:]
dir(int)[:2]
[x for x in dir(1) if not x.startswith('_')]
[x for x in dir('') if not x.startswith('_')]
[x for x in dir(b'') if not x.startswith('_')]
[x for x in dir(bytearray()) if not x.startswith('_')]
[x for x in dir(1.5) if not x.startswith('_')]
[x for x in dir(1j) if not x.startswith('_')]
[x for x in dir(memoryview(b'')) if not x.startswith('_')]
[x for x in dir(int) if x.startswith('_')]
[x for x in dir(str) if x.startswith('_')]
[x for x in dir(float) if x.startswith('_')]
[x for x in dir(complex) if x.startswith('_')]
[x for x in dir(bytes) if x.startswith('_')]
[x for x in dir(bytearray) if x.startswith('_')]
[x for x in dir(None) if x.startswith('_')]
all([1,o])
all([])
any([0,'',o])
any([])
all(gen(3))
any(BT() for i in range(3))
getattr(o,'x',1,2)
id(o)==id(o)
repr(print)
print.__name__
str.upper
'a'.upper.__name__
max.__doc__ is not None
isinstance(3,int|str)
[*map(str,[1,2])]
[*filter(None,[0,1])]
[*zip('ab',[1,2])]
[*enumerate('ab')]
[*reversed([1,2])]
list(range(3))
type(lambda:0)
Ellipsis is ...
__debug__
'''
def t(s):
    try:
        r = repr(eval(s, env))
        print(s, '->', r)
    except BaseException as e:
        print(s, '!!', type(e).__name__, e)
class O: pass
o=O()
class Idx:
    def __index__(s): return 3
class M:
    def __getitem__(s,k): return k
class F:
    def __float__(s): return 1.5
class It:
    def __int__(s): return 7
class S:
    def __str__(s): return 'S'
    def __repr__(s): return 'Ré'
    def __format__(s, f): return 'F<'+f+'>'
class B:
    def __bytes__(s): return 3
class B2:
    def __bytes__(s): return b'xyz'
class NI:
    def __iter__(s): return s
class MyInt(int): pass
class MyStr(str): pass
class MyFloat(float): pass
class MyBytes(bytes): pass
class BT:
    def __bool__(s): return True
def gen(n):
    for i in range(n): yield i
env = dict(globals())

for s in L.strip().split('\n'): t(s)
class W:
    def __init__(s): s.b=[]
    def write(s,x): s.b.append(x)
    def flush(s): s.b.append('FL')
w=W()
print(1,S(),'x',file=w,flush=True,sep='--'); print(w.b)
import sys
old=sys.stdout; sys.stdout=w; print('hi'); sys.stdout=old; print(w.b)
exec('z=5\nprint(z)')
print(z)
def f():
    a=1
    exec('b=a+1'); return sorted(locals()), eval('a+1')
print(f())
class K(dict):
    def __missing__(s,k): return k*2
print(eval('q', {}, K()))
def g():
    yield 1
    return 7
i=g(); next(i)
try: next(i)
except StopIteration as e: print(e.value)
try: next(iter([]))
except StopIteration as e: print(e.value, e.args)
class ST:
    def __iter__(s): return s
    def __next__(s): raise StopIteration(5)
try: next(ST())
except StopIteration as e: print(e.value)
print(next(ST(), 'd'))
class Cmp:
    def __init__(s,v): s.v=v
    def __lt__(s,o): return [1] if s.v<o.v else []
    def __gt__(s,o): return [1] if s.v>o.v else []
    def __repr__(s): return f'C{s.v}'
print(max(Cmp(i) for i in (1,5,3)), min([Cmp(4),Cmp(2)], key=lambda c: c), sorted([Cmp(3),Cmp(1)]))
