"""Records what CPython says about wrong and odd programs: error, place, warnings. Writes errors.json beside this file.

Run with the oracle's version: python3 record-errors.py
"""
import json
import pathlib
import warnings

PROGRAMS = [
"def f():\n  x=1\n  global x","def f():\n  print(x)\n  global x","def f(x):\n  global x","def f():\n  x:int\n  global x",
"def f():\n  x=1\n  nonlocal x","def f(x):\n  nonlocal x","nonlocal x","def f():\n  nonlocal x","class A:\n  nonlocal x",
"def f():\n  global x\n  nonlocal x","def f(a,a):pass","lambda a,*a:1","def f():\n  from a import *","class A:\n from a import *",
"def f():\n  global x\n  x:int=1","x=1\nglobal x",
"[x:=1 for x in y]","[i:=0 for i,j in y]","[(j:=0) for i in y for j in z]","[i for i in (x:=y)]","class A:\n  [x:=1 for i in y]","[[(i:=1) for j in y] for i in z]","[(i:=0) for j in y if [1 for i in z]]","[(x:=1) for j in y for x in z]",
"def f():\n  [(yield) for i in y]","def f():\n  ((yield) for i in y)","def f():\n {(yield):1 for i in y}",
"from __future__ import annotations\nx: (yield)","from __future__ import annotations\ndef f():\n  x: (yield)","from __future__ import annotations\nx: (y:=1)","from __future__ import annotations\nx: (await y)","from __future__ import annotations\nx: (yield from y)",
"from __future__ import nope","from __future__ import braces","x=1\nfrom __future__ import annotations","def f():\n from __future__ import annotations","'doc'\n1\nfrom __future__ import annotations",
"return","class A:\n  return 1","yield","class A:\n yield x","yield from x","await x","def f():\n await x","async def f():\n yield from x","async def f():\n  yield\n  return 1",
"break","continue","if 1:\n break","for x in y:\n  def f():\n    break","[x async for x in y]","def f():\n  [x async for x in y]","async def f():\n  def g():\n    return [x async for x in y]","def f():\n [await x for x in y]","async for x in y: pass","def f():\n  async for x in y: pass","def f():\n async with x: pass",
"*a = x","a, *b, *c = x","*a","f(*a, b=1) if *c else 2","print(*a)\nx = *a","del *a","[*a, *b] = 1",
"try: pass\nexcept: pass\nexcept A: pass","try:\n  pass\nexcept* A:\n  return","def f():\n try:\n  pass\n except* A:\n  return","for x in y:\n try:\n  pass\n except* A:\n  break","for x in y:\n try:\n  pass\n except* A:\n  continue",
"__debug__=1","def f(__debug__):pass","def f(*,__debug__):pass","f(__debug__=1)","x.__debug__=1","del __debug__","import __debug__","import a as __debug__","for __debug__ in x: pass","with a as __debug__: pass","class __debug__: pass","def __debug__(): pass","lambda *__debug__: 1","x.__debug__: int = 1","__debug__: int","__debug__ += 1","(__debug__ := 1)","try: pass\nexcept A as __debug__: pass","match x:\n case __debug__: pass","class A(__debug__=1): pass","global __debug__",
"f(a=1,a=2)","class A(a=1,a=2):pass","f(a=1,**b,a=2)",
"match x:\n case a: pass\n case b: pass","match x:\n case _: pass\n case 1: pass","match x:\n case a | 1: pass","match x:\n case (a,) | (b,): pass","match x:\n case a, a: pass","match x:\n case [*a, *b]: pass","match x:\n case {'a':1,'a':2}: pass","match x:\n case A(x=1,x=2): pass","match x:\n case {**a, 'b':1}: pass","match x:\n case (a as b) as c: pass","match x:\n case {1:a, **a}: pass","match x:\n case _ as c: pass\n case 1: pass","match x:\n case A(a,a): pass","match x:\n case (1|a|2): pass", "match x:\n case (x as a)|(1 as a): pass","match x:\n case A.b | a.b(): pass\n case -1|1+2j: pass\n case {-1:x, -1:y}:pass",
"class A:\n global x\n x=1\n nonlocal x","def f():\n  class A:\n    nonlocal __class__","def f(a):\n def g():\n  nonlocal a\n  global a",
"def f():\n  x = 1\n  def g():\n    global x\n    nonlocal x","if 0:\n return","lambda: (await x)","async def f():\n  lambda: (await x)","async def f():\n  return (await x for x in [await y])","def f():\n  return (x async for x in y)","(x async for x in y)","[[x async for x in y] for z in w]",
"with a as *b: pass","for *a in b: pass","*a: int = 1","*a += 1","(yield)","x = yield","def f(a=(yield)): pass","class A:\n  [(yield) for x in y]","def f(x=(y:=1), *, y): global z","def f():\n  global a\n  def g(a): nonlocal a",
"from a import *, b","def f(a, /, b, *, a): pass","def f(**a, a): pass","def f(a, *a): pass","def f(a, **a): pass","def __x(__x): global __x",
"assert (1, 'x')","x is 1","1()","'a'[1.5]","{1:2}()","None[1]",
"x = (1 for *a in b)","a = *b","return *a","f(**a, *b)","a[*b] = 1","a[*b]","a[x:=1]","del (a, *b)","for x in *a, b: pass","yield *a","{**a for a in b}","[*a for a in b]","(*a)","[x for x in *a]",
]

def nest(n,kind):
    s=''
    for i in range(n): s+=' '*i+kind+'\n'
    return s+' '*n+'pass'
PROGRAMS += [nest(20,'while 1:'),nest(21,'while 1:'),nest(21,'for x in y:'),nest(21,'with a:'),nest(30,'if 1:'),"with "+",".join("a"*20)+": pass","with "+",".join("a"*21)+": pass"]

PROGRAMS += [
"x=1; from __future__ import annotations","'doc'; from __future__ import annotations; x","from __future__ import annotations, nope","from __future__ import annotations\nimport a\nfrom __future__ import division","from .__future__ import x","from __future__ import *",
"def f():\n try: pass\n except* A:\n  for x in y:\n   break\n   continue\n  def g(): return 1","def f():\n try: pass\n except* A:\n  for x in y:\n   return","while 1:\n try: pass\n except* A:\n  with x:\n   continue",
"class A:\n def f(self): __x = 1; global __x","def f():\n class A:\n  x: int\n  nonlocal x","def f(x):\n class A:\n  nonlocal x\n  x: int","def f():\n  def g():\n    nonlocal x\n  x = 1","def f():\n  global x\n  def g():\n    nonlocal x",
"lambda: (yield from x)","class A: lambda: (yield)","async def f(): return [x async for x in y]","async def f(): yield from y","def f(): return await x","async def f():\n def g(): await x","async def f(): [await x for y in z]","async def f(): lambda: [await x for y in z]","async def f():\n class A: await x","async def f():\n class A:\n  async for x in y: pass","async def f():\n yield 1\n return","async def f():\n yield 1\n return None",
"a, *b = *c, d = x","(a, *b), *c = x","[*a, [*b, *c]] = x","for a, *b, *c in x: pass","with a as (b, *c, *d): pass","[*a] = x","*a, = x","(*a), = x","del (a, (b, [c]))","del f()","a, b += 1","(a): int = 1","a.b: int","a[b:c, d]: int","[a]: int","x: int = yield","def f(): x: int = yield",
"match x:\n case {'a': 1, **rest}: pass\n case {**r}: pass","match x:\n case {b'a': 1, b'a': 2}: pass","match x:\n case {1: a, 1.0: b}: pass","match x:\n case {True: a, 1: b}: pass","match x:\n case {None: a, None: b}: pass","match x:\n case {0j: a, 0: b}: pass","match x:\n case (a, b) | (b, a): pass","match x:\n case (a, b) | [b, *a]: pass","match x:\n case _ if y: pass\n case 1: pass","match x:\n case a if y: pass\n case _: pass","match x:\n case _ | 1: pass","match x:\n case 1 | _: pass\n case 2: pass","match x:\n case A(b=1, c=2, b=3): pass","match x:\n case [a, [b, a]]: pass","match x:\n case a | b: pass","match x:\n case [a] as a: pass","match x:\n case [*_, a, *_]: pass",
"f(**a, b=1, **c, b=2)","f(x for x in y)","f(x for x in y, 1)","f(a, b=1, *c)","print(__debug__)","assert __debug__","__debug__","(__debug__)","x = __debug__ = 1","for x.__debug__ in y: pass","del x.__debug__","from __debug__ import x","from x import __debug__","def f() -> __debug__: pass","@__debug__\ndef f(): pass",
"(1)(2)","[1](2)","f'{x}'()","(lambda: 1)[0]","{1}[0]","(x for x in y)[0]","[1, 2]['a']","(1, x)[1.0]","'abc'['a']","b'a'[None]","f'{x}'['a']","[1]['a'](x)","...()","x is ()","x is not 'a'","'a' is x","1 is 1","x is None is 1","None is ...","x is (1, y)","x is [1]","assert ()","assert (x,)","assert (x, 'y'), 'z'","0 is -1",
]


def record(program):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        try:
            compile(program, '<t>', 'exec')
            error = None
        except SyntaxError as e:
            error = [type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]
    return [program, error, [[str(w.message), w.lineno] for w in caught]]


rows = ',\n'.join(json.dumps(record(program)) for program in PROGRAMS)
pathlib.Path(__file__).with_name('errors.json').write_text('[\n' + rows + '\n]\n')
