# math: values and errors.
import math
L = r'''
math.sqrt(-1)
math.sqrt('a')
math.sqrt()
math.sqrt(1,2)
math.log(0)
math.log(-1)
math.log(0,2)
math.log(8,2)
math.log(8,1)
math.log(10**400)
math.log2(2**1000)
math.log10(10**400)
math.log()
math.log(1,2,3)
math.log('a')
math.log(-10**400)
math.log10(0)
math.exp(1000)
math.pow(0,-1)
math.pow(-8,1/3)
math.pow(2,1e10)
math.pow(1)
math.atan2(1)
math.atan2('a',1)
math.fmod(1,0)
math.fmod(float('inf'),1)
math.remainder(1,0)
math.remainder(5,3)
math.ceil('a')
math.ceil(C())
math.floor(C())
math.trunc(C())
math.ceil(1.5)
math.floor(-1.5)
math.trunc('a')
math.trunc(1.9)
math.ceil(float('nan'))
math.floor(float('inf'))
math.comb(5,2)
math.comb(-1,2)
math.comb(5,-1)
math.comb(5,1.5)
math.comb(5)
math.comb(2,5)
math.comb(100,50)
math.comb(1000,300)
math.comb(10**20,2)
math.comb(10**20,10**20-1)
math.comb(10**20,10**19)
math.perm(5)
math.perm(5,2)
math.perm(-1)
math.perm(5,-1)
math.perm(5,None)
math.perm(2,3)
math.perm(100,30)
math.factorial(5)
math.factorial(-1)
math.factorial(5.0)
math.factorial(10**20)
math.factorial(25)
math.factorial(200)
math.gcd()
math.gcd(4)
math.gcd(12,18,8)
math.gcd(1.5)
math.gcd(10**30,10**20*7)
math.lcm()
math.lcm(4,6,10)
math.lcm(0,5)
math.isqrt(17)
math.isqrt(-1)
math.isqrt(1.5)
math.isqrt(10**40)
math.hypot()
math.hypot(3,4)
math.hypot(1,2,3)
math.hypot('a')
math.hypot(float('inf'),float('nan'))
math.dist([1,2],[4,6])
math.dist([1],[1,2])
math.dist(1,2)
math.dist((1,),(4,))
math.dist(['a'],[1])
math.dist([],[])
math.fsum([.1]*10)
math.fsum(1)
math.fsum(['a'])
math.fsum([1e308,1e308])
math.fsum([float('inf'),-float('inf')])
math.fsum([float('inf'),1])
math.fsum([float('nan'),float('inf')])
math.fsum([1e308,1e308,-1e308])
math.fsum([1e100,1,-1e100]*100)
math.prod([1,2,3])
math.prod([])
math.prod([1.5,2],start=3)
math.prod(['a'])
math.prod(1)
math.prod([2],3)
math.isclose(1,1+1e-10)
math.isclose(1,1.1,rel_tol=.2)
math.isclose(1,1,rel_tol=-1)
math.isclose(1,2,abs_tol=1)
math.isclose(1)
math.isclose(1,2,3)
math.copysign(1,-0.0)
math.frexp(8)
math.frexp(0)
math.frexp(float('inf'))
math.frexp(5e-324)
math.frexp(-0.3)
math.ldexp(1,3)
math.ldexp(1,5000)
math.ldexp(1,-5000)
math.ldexp(1,1.5)
math.ldexp(1,10**30)
math.ldexp(0.0,10**30)
math.ldexp(1,-10**30)
math.ldexp(0.7,-1073)
math.modf(1.5)
math.modf(-1.5)
math.modf(float('inf'))
math.modf(-0.0)
math.nextafter(1,2)
math.nextafter(0,-1)
math.ulp(1)
math.ulp(float('inf'))
math.gamma(5)
math.gamma(0)
math.gamma(-1)
math.gamma(171.5)
math.gamma(200)
math.lgamma(0)
math.lgamma(100)
math.gamma(float('-inf'))
math.erf(.5)
math.erfc(5)
math.acos(2)
math.asin(2)
math.acosh(0)
math.atanh(1)
math.cosh(1000)
math.sinh(-1000)
math.sin(float('inf'))
math.tan(float('inf'))
math.cos('a')
math.degrees(math.pi)
math.radians(180)
math.cbrt(27)
math.exp2(10)
math.exp2(2000)
math.expm1(1000)
math.log1p(-1)
math.log1p(-2)
math.isnan(1)
math.isinf('a')
math.isfinite(1e308)
math.fabs(-1)
math.fabs('a')
math.pi
math.e
math.tau
math.inf
math.nan
math.sqrt(10**400)
math.isnan(10**400)
math.degrees(1e308)
math.pow(float('inf'),0)
math.exp(float('inf'))
math.log(float('inf'))
math.log(True)
[x for x in dir(math) if not x.startswith('_')]
math.ldexp(1)
math.floor(10**30)
math.ceil(True)
math.remainder(float('inf'),1)
math.remainder(1,float('inf'))
math.fmod(1,float('inf'))
math.log(2.0**1000,2)
math.log(10**400,10)
math.sin(F())
math.hypot(F(),Idx())
math.fsum([F(),Idx()])
math.sqrt(x=1)
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

env['math']=math
class C:
    def __ceil__(s): return 'c'
    def __floor__(s): return 'f'
    def __trunc__(s): return 't'
env['C']=C
for s in L.strip().split('\n'): t(s)
