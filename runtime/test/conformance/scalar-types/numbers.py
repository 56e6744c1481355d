# int, bool, float and complex: constructors, operators, methods and their errors.
L = r'''
abs(-5)
abs(-2.5)
abs(-10**30)
int('12')
int(' 12 ')
int('1_000')
int('ff',16)
int('0x1f',0)
int('z',36)
int('12',base=3)
int(x=1)
int('1',2,3)
int(base=3)
int('1',1)
int('1',37)
int(1,2)
int(b'12')
int(bytearray(b'12'),8)
int(1.9)
int(-1.9)
int(1e30)
int(float('nan'))
int(float('inf'))
int(It())
int(Idx())
int(None)
int([])
int('')
int('1'*4301)
int('-')
int('١٢')
int(MyInt(5))
type(int(MyInt(5)))
MyInt('12')+1
type(MyInt(5)+1)
repr(MyInt(7))
MyInt(7)==7
hash(MyInt(7))
int(True)
str(10**4300)[:3]
str(10**4299)[:3]
10**30*3
2**100
(-2)**63
2**-1
0**-1
2**0.5
(-8)**(1/3)
7//-2
-7//2
7%-3
-7%3
7/2
1/0
1//0
1%0
divmod(7,-2)
divmod(7.5,2)
divmod(1.0,0)
1.0//0
1.0%0
1.0/0
10**20//3
10**20%7
10**400/1
10**400/10**399
1<<70
1<<-1
-5>>1
5&3
5|-3
5^2
~5
True&False
True|1
True+True
-True
5 .bit_length()
(255).bit_count()
(258).to_bytes(2,'big')
(258).to_bytes(1,'big')
(-1).to_bytes(2,'little',signed=True)
(-1).to_bytes(2,'little')
(5).to_bytes()
(5).to_bytes(2,'x')
(5).to_bytes(2,3)
(5).to_bytes(-1,'big')
int.from_bytes(b'\x01\x02','big')
int.from_bytes(b'\xff\xff','little',signed=True)
int.from_bytes([1,2],'big')
int.from_bytes('a','big')
int.from_bytes(3,'big')
int.from_bytes([300],'big')
int.from_bytes(B2(),'big')
type(MyInt.from_bytes(b'a','big'))
(5).as_integer_ratio()
(5).real
(5).imag
(5).numerator
(5).denominator
(5).conjugate()
round(15,-1)
round(25,-1)
round(5,'a')
(5).__round__(None)
(5).__format__('05d')
format(255,'#x')
format(10**20,',')
format(5,'c')
format(65,'c')
format(5,'.2f')
format(5,'s')
format(True,'d')
format(True)
format(MyInt(5),'>4')
pow(2,10,1000)
pow(3,-1,7)
pow(2,-1,4)
pow(2,3,0)
pow(2,3,-5)
pow(2.0,3,5)
pow(2,'a')
5 .__add__(2.5)
5 .__add__('a')
5 .__radd__(3)
5 .__pow__(2,3)
5 .__divmod__(2)
5 .__rdivmod__(12)
5 .__bool__()
5 .__eq__(5.0)
5==5.0
5<5.5
10**400>1e308
10**400==float('inf')
2**53+1==float(2**53)
5<'a'
5+'a'
5 .__class__
int.__doc__ is not None
isinstance(True,int)
True.__repr__()
bool([])
bool(BT())
bool(1,2)
bool(x=1)
float('1.5')
float(' 1e5 ')
float('nan')
float('-inf')
float('x')
float('')
float(b'1.5')
float(b'x')
float(F())
float(Idx())
float(It())
float(None)
float(10**400)
float(1,2)
float(x=1)
MyFloat(x=1)
MyFloat('2.5')
type(MyFloat(2)+1)
1.5 .hex()
float.fromhex('0x1.8p0')
float.fromhex('zz')
float.fromhex(3)
type(MyFloat.fromhex('1.0'))
1.5 .as_integer_ratio()
float('inf').as_integer_ratio()
float('nan').as_integer_ratio()
1.0.is_integer()
round(2.5)
round(3.5)
round(2.675,2)
round(1e300,-300)
round(float('nan'))
round(float('inf'))
round(1.5,Idx())
1.7.__trunc__()
1.7.__floor__()
1.2.__ceil__()
-0.0
0.1+0.2
1e16
1e15
1e-5
1.5e300*1e300
-7.5//2
-7.5%2
7.5%-2
0.0**-1
(-8.0)**0.5
10.0**400
2.0**0.5
1.5==1.5
1.5<2
1.5<'a'
hash(1.5)
hash(float('inf'))
hash(2.0)
hash(1e300)
hash(0.1)
format(3.14159,'.2f')
format(1234567.891,',.2f')
format(0.5,'%')
format(1.5,'d')
format(1e10,'g')
format(1.5,'')
format(-0.0,'z.1f')
1.5.__format__(3)
float.__getformat__('double')
float.__getformat__('x')
1.5.real
1.5.imag
1.5.conjugate()
1.5+10**400
1.5+1j
complex('1+2j')
complex(' (1-2j) ')
complex('x')
complex(1,'2')
complex('1',2)
complex([])
complex(1,[])
complex(1,2,3)
complex(real=1,imag=2)
complex(foo=1)
complex(1j,2j)
1j<2
1j//2
divmod(1j,2)
int(1j)
float(1j)
1j**-1
0j**-1
0j**1j
1j**2
(1+2j)**0.5
pow(1j,2,3)
hash(1+2j)
round(1j)
abs(3+4j)
(1+2j)*(3-4j)
(1+2j)/(3-4j)
1j/0
1j.conjugate()
format(1j,'>10')
format(1+2j,'.2f')
format(1+2j,'05')
1j==1
(1+0j)==1
1j!=1j
1j+1
1j-1.5
-1j
+1j
complex(MyFloat(2))
complex(F())
(1+2j).real
(1+2j).imag
bool(0j)
str(1+2j)
None.__class__
repr(None)
bool(None)
type(None)()
type(None)(1)
Ellipsis
type(...)()
repr(NotImplemented)
type(NotImplemented)()
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
