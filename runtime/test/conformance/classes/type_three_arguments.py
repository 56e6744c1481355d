def init(self, n): self.n = n
T = type("T", (object,), {"__init__": init, "x": 1, "double": lambda self: self.n * 2})
t = T(21)
print(t.double(), T.x, T.__name__, T.__qualname__, T.__module__, T.__bases__, type(T), T.__dict__["x"])
U = type("U", (T,), dict(x=2, __doc__="doc", __qualname__="Out.U"))
print(U(1).double(), U.x, U.__doc__, U.__qualname__, U)
for f in (lambda: type(1, (), {}), lambda: type("a", [], {}), lambda: type("a", (), 5), lambda: type("a", (1,), {}), lambda: type("a\0", (), {}), lambda: type("a", (bool,), {})):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print(type(5), type("a") is str, type(type(5)), type.__call__(int, "7"), type.__name__, type("X", (int,), {})(5) + 1)
ns = {"v": 1}
V = type("V", (), ns)
ns["v"] = 2
print(V.v)
class W: pass
W.m = classmethod(lambda cls: cls.__name__); W.s = staticmethod(lambda: "s"); W.p = property(lambda self: "p")
print(W.m(), W.s(), W().p)
