class Suspend:
    def __init__(self, v): self.v = v
    def __await__(self):
        got = yield self.v
        return got
async def inner(n):
    r = await Suspend(n)
    print("inner got", r)
    return r * 2
async def outer():
    total = 0
    for i in range(2):
        total += await inner(i)
    return total
c = outer()
print(type(c).__name__, c.send(None), c.send(10))
try: c.send(20)
except StopIteration as e: print("result", e.value)
try: c.send(None)
except RuntimeError as e: print(e)
def run(coro):
    value = None
    while True:
        try: value = coro.send(value)
        except StopIteration as e: return e.value
print(run(inner(5)))
async def fails():
    try: await Suspend(1)
    except ValueError as e: print("caught", e); raise KeyError("out")
    finally: print("cleanup")
f = fails(); f.send(None)
try: f.throw(ValueError("thrown"))
except KeyError as e: print(repr(e))
g = fails(); g.send(None); g.close()
async def bad(): await 5
try: bad().send(None)
except TypeError as e: print(e)
not_iterable = inner(1)
try:
    for _ in not_iterable: pass
except TypeError as e: print(e)
not_iterable.close()
async def none(): pass
print(run(none()))
