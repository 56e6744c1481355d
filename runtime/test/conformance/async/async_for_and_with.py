class Countdown:
    def __init__(self, n): self.n = n
    def __aiter__(self): return self
    async def __anext__(self):
        if self.n <= 0: raise StopAsyncIteration
        self.n -= 1
        return self.n
class CM:
    async def __aenter__(self): print("aenter"); return "cm"
    async def __aexit__(self, t, v, tb): print("aexit", t and t.__name__); return t is ValueError
async def agen(n):
    try:
        for i in range(n): yield i * 10
    finally: print("agen done")
def run(coro):
    try:
        while True: coro.send(None)
    except StopIteration as e: return e.value
async def main():
    async for x in Countdown(2): print("for", x)
    else: print("else")
    async with CM() as c: print("body", c)
    async with CM(): raise ValueError("swallowed")
    async with CM() as a, CM() as b: pass
    async for y in agen(3): print(y)
    print([x async for x in agen(2)], {x async for x in Countdown(2)}, {x: 1 async for x in Countdown(1)}, [x async for x in agen(4) if x > 10])
    g = (i async for i in agen(2))
    print(type(g).__name__, [v async for v in g])
    a = agen(5)
    print(await a.__anext__(), await a.asend(None), await a.aclose())
    try: await a.__anext__()
    except StopAsyncIteration: print("exhausted")
    return "done"
print(run(main()))
async def err():
    async for x in 5: pass
try: run(err())
except TypeError as e: print(e)
async def err2():
    async with 5: pass
try: run(err2())
except TypeError as e: print(e)
