class NoExit:
    def __enter__(self): return 1
class NoEnter:
    def __exit__(self, *a): pass
class EnterFails:
    def __enter__(self): raise ValueError("enter")
    def __exit__(self, *a): print("never")
class ExitFails:
    def __enter__(self): return self
    def __exit__(self, *a): raise KeyError("exit")
class InstanceOnly: pass
io = InstanceOnly(); io.__enter__ = lambda: 1; io.__exit__ = lambda *a: None
def attempt(f):
    try: f()
    except Exception as e: print(type(e).__name__, e, repr(e.__context__))
def a():
    with NoExit(): print("no")
def b():
    with NoEnter(): print("no")
def c():
    with EnterFails(): print("no")
def d():
    with ExitFails(): pass
def e():
    with ExitFails(): raise ValueError("body")
def f():
    with io: pass
def g():
    with 5: pass
def h():
    with ExitFails(), EnterFails(): pass
def i():
    with open: pass
for fn in (a, b, c, d, e, f, g, h, i): attempt(fn)
class Tgt:
    def __enter__(self): return 5
    def __exit__(self, *a): print("exit called", a[0].__name__); return True
with Tgt() as (x, y): pass
print("swallowed the unpack error")
class BadBool:
    def __enter__(self): pass
    def __exit__(self, *a): return BadTruth()
class BadTruth:
    def __bool__(self): raise OSError("truth")
try:
    with BadBool(): raise ValueError("v")
except OSError as e: print(e, repr(e.__context__))
