# str: methods, formatting, slicing, and their errors.
L = r'''
''.find()
''.find(1)
''.find('',1,2,3)
''.count()
''.startswith()
''.startswith(1)
''.startswith((1,))
'abc'.startswith(('x','a'))
'abc'.startswith('b',1)
'abc'.startswith('',3)
'abc'.startswith('',4)
'abc'.endswith('b',0,2)
''.center()
''.center('a')
''.center(3,'ab')
''.center(3,4)
''.center(3,'a',4)
'ab'.center(5,'*')
'ab'.center(Idx(),'*')
''.join(1)
''.join([1])
''.join(['a',b''])
','.join('abc')
','.join(str(i) for i in range(5))
','.join(gen(3))
','.join({'a':1,'b':2})
','.join(['a'])
type(','.join([MyStr('a')]))
','.join([MyStr('a'),'b'])
len(','.join(['ab']*5000))
'a'+1
'a'*'b'
'a'*1.5
'a'*10**30
'ab'*3
3*'ab'
'ab'*-1
'ab'*Idx()
'ab'*True
'a'[5]
'a'[10**30]
'abc'[Idx()-1]
'abcd'[Idx()]
'abc'[True]
'abc'[-1]
'abc'[-4]
'abc'[::-1]
'abc'[1:]
'abcdef'[1:5:2]
'abc'[::0]
'abc'['a':]
'abcdef'[:Idx()]
'abc'[-10**30:10**30]
'a😀b'[1]
'a😀b'[2]
'a😀b'[-1]
'a😀b'[::-1]
'a😀b'[1:2]
len('a😀b')
len('\ud800a')
list('a😀b')
'😀'*2
'a😀b'.find('b')
'a😀b'.index('b',1)
'a😀b'.rfind('b')
'a😀b'.center(7,'é')
1 in 'a'
'a' in 'abc'
'' in ''
'a'<1
'a'<'b'
'a'<='a'
'b'>'a'
'\U00010000'>'\uffff'
'a'==1
'a'!='b'
MyStr('a')=='a'
''.split(1)
''.split('')
''.split(maxsplit='a')
' a  b '.split()
' a  b '.split(None,1)
'a,b,c'.split(',',1)
'a,b,c'.rsplit(',',1)
'a b c'.rsplit(None,1)
'a,b'.split(sep=',')
'a\nb\r\nc'.splitlines()
'a\nb\r\nc'.splitlines(True)
''.partition('')
''.partition(1)
'a-b-c'.partition('-')
'a-b-c'.rpartition('-')
'abc'.partition('-')
'abc'.rpartition('-')
''.replace(1,2)
''.replace('a',2)
'aaa'.replace('a','b',2)
'aaa'.replace('','-')
'aaa'.replace('a','bb',-1)
''.strip(1)
'  a '.strip()
'xxaxx'.strip('x')
'xxaxx'.lstrip('x')
'xxaxx'.rstrip('x')
''.removeprefix(1)
'abc'.removeprefix('a')
'abc'.removesuffix('c')
''.zfill('a')
'-5'.zfill(5)
'5'.zfill(3)
''.expandtabs('a')
'a\tb'.expandtabs()
'a\tb'.expandtabs(4)
''.splitlines('a')
''.translate(1)
'a'.translate({97:1.5})
'a'.translate({97:-1})
'a'.translate({97:10**20})
'abc'.translate({97:'X',98:None})
'abc'.translate(str.maketrans('ab','xy'))
'abc'.translate(M())
str.maketrans(1)
str.maketrans('a','bc')
str.maketrans({'ab':1})
str.maketrans({1.5:1})
str.maketrans('a',1)
str.maketrans(1,'a')
str.maketrans('a','b',1)
str.maketrans('ab','cd','e')
str.maketrans({'a':'b',99:'d'})
''.encode(1)
''.encode('x')
''.encode('utf-8',1)
'é'.encode()
'é'.encode('ascii')
'é'.encode('latin-1')
'é'.encode('ascii','replace')
'é'.encode('ascii','xmlcharrefreplace')
str(1,2)
str(b'a','ascii')
str(b'\xff','ascii')
str(b'\xff','ascii','replace')
str('a','ascii')
str(1,'ascii')
str(encoding='ascii')
str(object=3)
str(foo=3)
str(1,2,3,4)
str()
str(S())
MyStr(5)
type(MyStr('x').upper())
type(MyStr('x')[0:])
type(str(MyStr('x')))
type(iter('abc'))
type(iter('é'))
list(iter('é1'))
iter('abc').__length_hint__()
iter('abc').__reduce__()[1:]
''.index('a')
''.rindex('a')
'abc'.index('c')
'abc'.rindex('a')
''.format(1,2)
'{}'.format()
'{a}'.format()
''.format_map(1)
'{a}'.format_map({})
'{a}'.format_map({'a':1})
'{}'.format_map({})
'{0} {1} {0}'.format(1,2)
'{} {}'.format(1,2)
'{} {0}'.format(1,2)
'{0} {}'.format(1,2)
'{x}'.format(x=5)
'{x.real} {y[0]} {z[a]}'.format(x=5,y=[7],z={'a':3})
'{!r} {!s} {!a}'.format('a','b','é')
'{!x}'.format(1)
'{:>{w}}'.format(5,w=10)
'{:{}}'.format(5,'>4')
'{:{:{}}}'.format(5,3,2)
'{{}}'.format()
'{'.format()
'}'.format()
'{a'.format(a=1)
'{a!}'.format(a=1)
'{a.}'.format(a=1)
'{a[}'.format(a=1)
'{0[1]}'.format([1,2])
'{0[x]}'.format([1])
'{0.x}'.format(1)
'{:abc}'.format(S())
'{!r:>10}'.format(S())
'{}'.format(S())
'{}'.format(o)[:12]
'{:5}'.format(o)
'{:>5}'.format(None)
'{:>5}'.format([1])
'{:d}'.format('a')
'%d'%'a'
'%d'%()
'%d'%(1,2)
'%(a)s'%1
'%(a)s'%{}
'%s'%{}
'%c'%'ab'
'%c'%1.5
'%x'%1.5
'%z'%1
'%*d'%('a',1)
'%*d'%(5,1)
'%d'%1.9
'%f'%'a'
'%i'%'a'
'%s %s'%1
'%'%1
''%1
''%(1,)
''%{}
''%[]
'%s'%(1,2)
'%d'%Idx()
'%d'%F()
'%x'%Idx()
'%x'%It()
'%d'%It()
'%c'%Idx()
'%c'%256
'%c'%-1
'%c'%10**9
'%f'%Idx()
'%f'%It()
'%s'%S()
'%r'%S()
'%a'%S()
'%(a)s %s'%{'a':1}
'%(a)s %(b)s'%M()
'%(a)s'%(1,)
'%(a)s'%'x'
'%(a)s'%[1]
'%s %s'%M()
'x'%M()
'%%'%1
'%%'%()
'%5%'%()
'%5%'%(1,)
'%*s'%(True,'a')
'%.*f'%(2,1.234)
'%.*d'%(10**20,1)
'%d'%10**5
'%d'%True
'%d'%1e300
'%d'%float('nan')
'%d'%float('inf')
'%o'%-8
'%#o'%8
'%#X'%255
'%e'%10**400
'%f'%(10**400)
'%.3s'%'abcdef'
'%-5d|'%3
'%05.1f'%2.25
'%(a)*d'%{'a':3}
'%(a'%{}
'%(a)%'%{'a':1}
'%u'%3.7
'%c'%''
'%c'%'é'
'%i'%None
'%x'%None
'%s%%'%3
'%ld'%3
'%d %d'%(1,)
'%s'%b'a'
'%.0f'%0.5
'%g'%1e16
'%5.1r|'%'abc'
'%(a)s'%{'a':(1,2)}
'%s' % ((1,2),)
'%c'%3.0
'%d'%'3'
'%d'%1j
'%f'%1j
'%s'%1 % 2
'%%s'%()
''.isascii(1)
str.upper()
str.upper(1)
''.endswith(('a',1))
'a'.__rmul__(2)
'a'.__add__(1)
'a'.__mod__(1)
'a'.__rmod__('%s')
''.__contains__(1)
'a'.__getitem__('a')
str(b'a')
str(b'a',errors='strict')
''.splitlines(1)
'a'.__format__(1)
'a'.__format__('>3')
'abc'.find('b',None,None)
'abc'.find('b','a')
'abc'.find('c',Idx()-2)
'abc'.__lt__(1)
'a'.__class_getitem__
''.casefold(1)
'ß'.upper()
'ǆ'.title()
'Straße'.casefold()
'ΑΣ'.lower()
'hello World'.title()
'hello World'.swapcase()
'hELLO'.capitalize()
'aB1'.isalnum()
'½'.isnumeric()
'²'.isdigit()
'a b'.isidentifier()
'\n'.isprintable()
'Ab Cd'.istitle()
hash('')
'a'.count('','a')
'aXbXc'.count('X')
'abc'.count('')
repr('a\'b"')
repr('\n\t\x00é\u2028😀\ud800')
ascii('é😀')
format('abc','>5')
format('abc','.2')
format('abc','=5')
format('abc','d')
format('abc','+')
'abc'.__getnewargs__()
MyStr('abc')+'d'
MyStr('%s')%1
'x'.__eq__(1)
bool('')
bool('a')
max('abc')
sorted('cba')
tuple('ab')
'a' 'b'
'abc'.__iter__().__next__()
'abc'.join(['1','2'])
str.join('-',['a','b'])
'abc'.__len__()
'abc'.__hash__()==hash('abc')
'%s'%MyStr('q')
'%d'%MyInt(3)
f"{S()!r:>5} {S():x} {3.14159:.2f} {'a'!r}"
f"{1:{'>'}{5}}"
f"{10**20:,}"
f"{True:>5} {None}"
f"{MyInt(3):03}"
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
