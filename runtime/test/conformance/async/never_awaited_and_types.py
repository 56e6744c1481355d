import inspect
async def f(): return 1
def g(): yield
async def h(): yield
print(inspect.iscoroutinefunction(f), inspect.isgeneratorfunction(g), inspect.isasyncgenfunction(h), f.__code__.co_flags & 0x80 > 0)
c = f()
print(c.cr_running, c.cr_await, c.cr_code.co_name, c.__name__, c.__qualname__, hasattr(c, "__iter__"), hasattr(c, "__await__"))
w = c.__await__()
print(type(w).__name__)
try: next(w)
except StopIteration as e: print(e.value)
c2 = f(); c2.close()
try: c2.send(None)
except RuntimeError as e: print(e)
c3 = f()
try: c3.send(5)
except TypeError as e: print(e)
try: c3.throw(ValueError("in"))
except ValueError as e: print(e)
class A:
    async def m(self): return "method"
    @classmethod
    async def k(cls): return cls.__name__
    @staticmethod
    async def s(): return "static"
def run(c):
    try: c.send(None)
    except StopIteration as e: return e.value
print(run(A().m()), run(A.k()), run(A.s()))
async def nested():
    async def inner(): return [await f() for _ in range(2)]
    return await inner(), (lambda: 1)(), [i for i in range(2)]
print(run(nested()))
