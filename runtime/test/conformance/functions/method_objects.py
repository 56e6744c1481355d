class C:
    def __init__(self, n): self.n = n
    def m(self, x=0): return self.n + x
    def __eq__(self, o): return isinstance(o, C)
    __hash__ = object.__hash__
c = C(5)
m = c.m
print(m(), m(1), C.m(c, 2), m.__self__ is c, m == c.m, m is c.m, m.__func__ is C.__dict__["m"], m.__name__)
fs = [C(i).m for i in range(3)]
print([f(10) for f in fs], list(map(c.m, [1, 2])))
c.m = lambda: "instance"
print(c.m(), m())
import types
c.bound = types.MethodType(lambda self, y: (self.n, y), c)
print(c.bound(9), type(m).__name__, type(C.m).__name__)
print([].append.__name__, "x".upper.__self__, type([].append).__name__, type(list.append).__name__, type(len).__name__, list.append.__qualname__)
p = [].append
p2 = "a,b".split
print(p(1), p2(","), p.__self__)
d = {}
put = d.__setitem__
put("k", "v"); print(d, (5).__add__(3), int.__add__(1, 2), "abc".__len__())
try:
    C.m()
except TypeError as e:
    print(e)
