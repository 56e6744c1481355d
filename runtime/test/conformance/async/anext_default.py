async def ag(n):
    for i in range(n): yield i
class AI:
    def __init__(s,n): s.n=n
    def __aiter__(s): return s
    async def __anext__(s):
        if s.n==0: raise StopAsyncIteration
        s.n-=1; return s.n
class Y:
    def __await__(s):
        x = yield 'y'
        return x
class AY:
    def __aiter__(s): return s
    async def __anext__(s):
        v = await Y(); 
        if v is None: raise StopAsyncIteration
        return v
async def main():
    a=ag(2)
    print(await anext(a,'d'), await anext(a,'d'), await anext(a,'d'), await anext(a,'d'))
    b=AI(1); print(await anext(b,'d'), await anext(b,'d'))
    try: await anext(b)
    except StopAsyncIteration: print('SAI')
    print(await anext(AY(),'dd'))
    print(await anext(AY(),'dd'))
    async for x in aiter(ag(2)): print(x)
    return 5
c=main()
try:
    v=None
    vals=[None,'sent',None]
    while True: print('got', c.send(vals.pop(0) if vals else None))
except StopIteration as e: print('ret', e.value)
try: anext(1,2)
except TypeError as e: print(e)
