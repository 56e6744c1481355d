class A:
    def __init__(self): self.__dict__["x y"] = 1
    def __class_getitem__(cls, k): return k
    __call__ = staticmethod(lambda *a: a)
    __len__ = lambda self: 3
    def __eq__(self, other): return NotImplemented
    __hash__ = None
a = A()
print(getattr(a, "x y"), A[1:2], a(1, 2), len(a), a == a, a == 1)
class B(A): __init__ = None
try: B()
except TypeError as e: print(e)
class C:
    def f(self): return "f"
    g = f
    f = property(f)
    print([n for n in dir() if not n.startswith("_")])
print(C().f, C().g())
class D: x = property(lambda self: self._x + 1, lambda self, v: self.__dict__.update(_x=v))
d = D(); d.x = 5; print(d.x, D.x.fget(d))
obj = type("Anon", (), {"__repr__": lambda s: "anon", "__getattr__": lambda s, n: n * 2})()
print(obj, obj.ab, [obj])
class E(list, metaclass=type("M", (type,), {"__call__": lambda cls, *a: type.__call__(cls, a)})): pass
print(E(1, 2, 3))
x = 5
class F:
    x = x + 1
    x = x + 1
print(F.x, x)
def G(): pass
G.__call__ = lambda: "ignored"
print(G(), (lambda: 0).__class__.__name__, G.__class__ is type(lambda: 0))
class H:
    def __new__(cls): return super().__new__(cls)
    def __getattribute__(self, n): return n.upper()
print(H().abc, H().__class__, isinstance(H(), H))
class I(type):
    def __add__(cls, o): return cls.__name__ + o.__name__
class J(metaclass=I): pass
class K(metaclass=I): pass
print(J + K, type(J), J.__class__)
print(int.__new__(int, "5"), object.__new__(C).g())
