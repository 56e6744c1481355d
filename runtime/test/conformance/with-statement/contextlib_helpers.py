from contextlib import contextmanager, suppress, closing, nullcontext, ExitStack
@contextmanager
def tag(name):
    print(f"<{name}>")
    try: yield name.upper()
    except ValueError as e: print("saw", e)
    finally: print(f"</{name}>")
with tag("b") as t: print(t)
with tag("i"): raise ValueError("inside")
try:
    with tag("u"): raise KeyError("k")
except KeyError as e: print("out", e)
with suppress(KeyError, IndexError): {}["x"]
class C:
    def close(self): print("closed")
with closing(C()): print("in closing")
with nullcontext(5) as n: print(n)
with ExitStack() as s:
    for i in range(3): s.callback(print, "callback", i)
    s.enter_context(tag("stack"))
@tag("deco")
def f(): print("body")
f(); f()
@contextmanager
def no_yield():
    if False: yield
try:
    with no_yield(): pass
except RuntimeError as e: print(e)
@contextmanager
def two():
    yield 1
    yield 2
try:
    with two(): pass
except RuntimeError as e: print(e)
