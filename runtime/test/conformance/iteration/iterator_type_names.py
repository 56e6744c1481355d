its = [iter([]), iter(()), iter(""), iter("é"), iter({}), iter(set()), iter(range(1)), iter(b""), iter(bytearray()), iter({}.values()), iter({}.items()), reversed([]), reversed(()), reversed(""), reversed({}), reversed(range(1)), zip(), map(len, []), filter(None, []), enumerate([]), iter(int, 1), (x for x in ()), iter(range(2 ** 70))]
print([type(i).__name__ for i in its])
print(all(iter(i) is i for i in its), [hasattr(i, "__length_hint__") for i in its[:7]], repr(type(its[0])))
print([type(x).__name__ for x in ({}.keys(), {}.values(), {}.items(), (lambda: 0), len, [].append, str.upper, "".join, int.__add__, type, object(), NotImplemented, ..., None, slice(1), range(1), property(), classmethod(len), staticmethod(len), super, memoryview(b""), 1j)])
def g(): yield
async def c(): pass
async def ag(): yield
co = c()
print(type(g()).__name__, type(co).__name__, type(ag()).__name__, type(g).__name__, type(g.__code__).__name__)
co.close()
import sys
print(type(sys).__name__, type(sys._getframe()).__name__, type(g().gi_frame).__name__, type(type.__dict__).__name__, type((lambda: g).__closure__).__name__)
def outer():
    v = 1
    return lambda: v
print(type(outer().__closure__[0]).__name__, type(int.real).__name__, type(list.append).__name__, type(object.__init__).__name__, type(Exception().__init__).__name__)
