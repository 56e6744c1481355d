# bytes, bytearray and memoryview: constructors, methods and their errors.
L = r'''
bytes('a')
bytes(1,'a')
bytes(errors='a')
bytes(encoding='a')
bytes('a',encoding=1)
bytes('a',1,2,3)
bytes(foo=1)
bytes(-1)
bytes(10**30)
bytes([256])
bytes([-1])
bytes(['a'])
bytes([10**30])
bytes(1.5)
bytes(None)
bytes(B())
bytes(B2())
bytes(Idx())
bytes(source=b'a')
bytes('é','utf8')
bytes(3)
bytes(gen(3))
bytes(bytearray(b'ab'))
bytes(memoryview(b'ab'))
MyBytes(b'abc')
type(MyBytes(b'abc')[1:])
bytes([Idx(),1])
bytearray('a')
bytearray(-1)
bytearray([256])
bytearray(1.5)
bytearray(B())
bytearray(b'a','x')
bytearray(5)
bytearray(gen(3))
bytearray('é','utf8')
b'a'+1
b'a'+'a'
1+b'a'
b'a'+bytearray(b'b')
bytearray(b'a')+b'b'
bytearray(b'a')+'a'
b'a'+memoryview(b'b')
b'a'[5]
b'abc'[1]
b'abc'[-1]
b'abc'[Idx()-1]
b'abcd'[Idx()]
b'abc'[::-1]
b'abc'[1:]
bytearray(b'a')['a']
bytearray(b'a')[4]
bytearray(b'abc')[1:]
b'a'<1
b'a'=='a'
b'a'==bytearray(b'a')
bytearray(b'a')==b'a'
b'a'<bytearray(b'b')
1000 in b'a'
'a' in b'a'
97 in b'a'
b'b' in b'abc'
1.5 in b'a'
-1 in bytearray(b'a')
Idx() in b'\x03'
b'a'.find('a')
b'a'.find(1000)
b'a'.find(97)
b'a'.find(1.5)
b'a'.find(Idx())
b'a'.count(None)
b'aaa'.count(b'a',1)
b''.index(b'a')
b''.rindex(97)
b'a'.startswith('a')
b'a'.startswith(('a',))
b'a'.startswith((b'b',b'a'))
b'a'.join(['a'])
b'a'.join(1)
b''.join([1])
b','.join([b'a',bytearray(b'b'),memoryview(b'c')])
bytearray(b',').join([b'a',b'b'])
b'a'.split('a')
b'a'.split(1)
b'a'.split(b'')
b'a b c'.split()
b'a,b,c'.rsplit(b',',1)
bytearray(b'a b').split()
b'a\nb\r\nc'.splitlines()
b'a'.partition('a')
b'a'.partition(b'')
b'a-b'.partition(b'-')
bytearray(b'a-b').rpartition(b'-')
b'a'.replace('a',b'')
b'a'.replace(b'a',1)
b'aaa'.replace(b'a',b'bb',2)
b'a'.strip('a')
b'a'.strip(1)
b' a '.strip()
b'xax'.strip(b'x')
b'a'.center(5,b'ab')
b'a'.center(5,'a')
b'a'.center(5,1)
b'a'.center(5,b'*')
b'a'.ljust(3)
b'5'.zfill(3)
b'a'.translate(1)
b'a'.translate(b'a')
b'a'.translate('a')
b'abc'.translate(None,b'a')
b'abc'.translate(bytes.maketrans(b'ab',b'xy'),delete=b'c')
b'a'.translate(None,delete='a')
bytes.maketrans(b'a',b'bc')
bytes.maketrans('a',b'bc')
b'a'.hex(1)
b'ab'.hex('xx')
b'ab'.hex(':')
b'abcd'.hex('-',2)
b'abcde'.hex('-',-2)
b'ab'.hex('é')
b'ab'.hex(b':')
bytes.fromhex('a')
bytes.fromhex('0g')
bytes.fromhex(1)
bytes.fromhex('aa bb')
bytes.fromhex('é')
type(MyBytes.fromhex('aa'))
bytearray.fromhex('aa')
b'\xff'.decode()
b'a'.decode(1)
b'\xe9'.decode('latin-1')
b'a'.expandtabs(b'a')
b'a\tb'.expandtabs(4)
b'a'.zfill('a')
b'a'.removeprefix('a')
b'abc'.removeprefix(b'a')
b'%s'%'a'
b'%d'%'a'
b'a'%1
b'%b'%b'x'
b'%s %d %x'%(b'x',5,255)
b'%r'%'é'
b'%a'%'é'
b'%c'%300
b'%c'%b'ab'
b'%c'%65
b'%x'%1.5
b'%(a)d'%{b'a':3}
bytearray(b'%d')%5
b'%s'%B2()
b'a'*1.5
b'a'*10**30
b'ab'*3
3*b'ab'
bytearray(b'ab')*2
hash(bytearray())
hash(b'')
bytearray(b'a').append('a')
bytearray(b'a').append(300)
bytearray().pop()
bytearray(b'a').pop(5)
bytearray(b'a').remove(98)
bytearray(b'a').remove(300)
bytearray(b'a').remove('a')
bytearray(b'a').insert(1,'a')
bytearray(b'a').extend('a')
bytearray(b'a').extend(1)
bytearray(b'a').extend([1.5])
bytearray(b'a').extend([300])
bytearray(b'a').__setitem__(0,300)
bytearray(b'a').__setitem__(0,'a')
bytearray(b'a').__setitem__('a',0)
bytearray(b'a').__setitem__(5,0)
bytearray(b'a').__setitem__(slice(0,1),'a')
bytearray(b'a').__setitem__(slice(0,1),3)
bytearray(b'a').__setitem__(slice(0,1),1.5)
bytearray(b'abc').__setitem__(slice(0,3,2),b'abc')
bytearray(b'a').__delitem__(5)
bytearray(b'a').__delitem__('a')
bytearray(b'a').__iadd__('a')
repr(bytearray(b'a'))
str(bytearray(b"a'"))
b'a'.isascii(1)
b'a'.splitlines(1.5)
bytearray(b'a').copy()
bytearray(b'a').reverse()
type(iter(b''))
type(iter(bytearray()))
b'a'.__getnewargs__()
bytearray(b'a').__reduce__()
b'abc'.__getitem__(slice('a'))
b'a'.startswith(1)
b'a'.startswith((1,))
list(b'abc')
b'A'.lower()
b'a b'.title()
b'a'.isalpha()
b'1'.isdigit()
b''.isascii()
repr(b'\x00\'"\\')
bytes(MyBytes(b'a'))
b'abc'.__bytes__()
bool(b'')
bool(bytearray(b'a'))
len(bytearray(3))
memoryview(1)
memoryview('a')
memoryview(b'abc')[5]
memoryview(b'abc')['a']
memoryview(b'abc')[0]
memoryview(b'abc')[1:].tobytes()
memoryview(b'abc')[::-1].tobytes()
memoryview(b'abc').tolist()
memoryview(b'abc').format
memoryview(b'abc').itemsize
memoryview(b'abc').nbytes
memoryview(b'abc').shape
memoryview(b'abc').strides
memoryview(b'abc').suboffsets
memoryview(b'abc').ndim
memoryview(b'abc').readonly
memoryview(b'abc').obj
memoryview(b'abc').c_contiguous
memoryview(b'abc')[::2].contiguous
memoryview(b'abc').cast('H')
memoryview(b'abcd').cast('H')[0]
memoryview(b'abcd').cast('z')
memoryview(b'abcd').cast('c')[0]
memoryview(b'abcd').cast('b').tolist()
memoryview(b'abcdefgh').cast('d')[0]
memoryview(b'abcdefgh').cast('q')[0]
memoryview(b'abcd').cast('H').cast('I')
memoryview(b'abcd').hex()
memoryview(b'abcd').__setitem__(0,1)
memoryview(bytearray(b'abcd')).__setitem__(0,300)
memoryview(bytearray(b'abcd')).__setitem__(0,'a')
memoryview(bytearray(b'abcd')).__setitem__(slice(0,2),b'xyz')
memoryview(bytearray(b'abcd')).__setitem__(slice(0,2),3)
memoryview(bytearray(b'abcd')).__delitem__(0)
memoryview(bytearray(b'abcd')).__setitem__('a',3)
memoryview(bytearray(b'abcd')).__setitem__(9,3)
hash(memoryview(bytearray(b'abcd')))
hash(memoryview(b'abcd'))==hash(b'abcd')
memoryview(b'a')==b'a'
b'a'==memoryview(b'a')
memoryview(b'a')==memoryview(bytearray(b'a'))
memoryview(b'a')==1
memoryview(b'a')<b'b'
list(memoryview(b'abc'))
type(iter(memoryview(b'')))
len(memoryview(b'abcd').cast('H'))
memoryview(b'abc').release()
memoryview(object=b'a').tobytes()
memoryview()
memoryview(b'abcd').cast('H').cast('B').tolist()
b'a' in memoryview(b'a')
97 in memoryview(b'a')
memoryview(b'abcd').cast('?').tolist()
memoryview(bytearray(b'abcd')).cast('f').tolist()
memoryview(bytearray(8)).cast('d').__setitem__(0,'a')
memoryview(bytearray(8)).cast('h').__setitem__(0,10**6)
memoryview(bytearray(8)).cast('c').__setitem__(0,1)
memoryview(bytearray(8)).cast('c').__setitem__(0,b'ab')
memoryview(bytearray(8)).cast('h').__setitem__(0,1.5)
memoryview(b'a').tobytes(1)
memoryview(b'a').tobytes('C')
memoryview(b'abc')[...]
memoryview(memoryview(b'abc')[1:]).obj
str(memoryview(b'abc'),'ascii')
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
b = bytearray(b'hello')
b[1:3] = b'EYY'; print(b)
del b[0]; print(b)
b[::2] = b'###'; print(b)
del b[::2]; print(b)
b += b'xx'; b *= 2; print(b)
b.insert(0, 65); b.insert(-1, 66); b.append(67); b.extend([68, 69]); b.extend(b'FG'); print(b, b.pop(), b.pop(0)); b.remove(66); print(b)
b.reverse(); print(b); b.clear(); print(b, len(b))
b[0:0] = gen(4); print(b)
m = memoryview(bytearray(b'abcdef')); m[1:3] = b'XY'; m[0] = 90; print(m.tobytes(), m.obj); m.release()
try: m[0]
except ValueError as e: print(e)
with memoryview(b'abc') as mm: print(mm[0])
class BA(bytearray):
    def __init__(self, n): super().__init__(n); self.tag = n
x = BA(3); print(x, x.tag, type(x + b'a'))
