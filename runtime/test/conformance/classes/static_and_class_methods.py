class C:
    n = 0
    @classmethod
    def inc(cls, by=1): cls.n += by; return cls.__name__, cls.n
    @staticmethod
    def add(a, b): return a + b
    @classmethod
    def create(cls, *a, **k): return cls(*a, **k)
    def __init__(self, v=0): self.v = v
class D(C): pass
print(C.inc(), C().inc(2), D.inc(5), C.n, D.n, C.add(1, 2), C().add(3, 4), D.create(7).v, type(D.create()).__name__)
print(C.inc.__self__.__name__, C.inc.__func__.__name__, type(C.__dict__["inc"]).__name__, type(C.__dict__["add"]).__name__, C.__dict__["add"].__func__(1, 1), C.__dict__["add"](2, 2))
f = C.inc
print(f(10), C.n)
class E:
    @staticmethod
    def s(x): return x
    t = s
    class Inner:
        @classmethod
        def who(cls): return cls.__qualname__
print(E.t(4), E.Inner.who(), E().Inner().who())
try: C.add(1)
except TypeError as e: print(e)
try: C.inc(1, 2)
except TypeError as e: print(e)
class Prop:
    @classmethod
    @property
    def cp(cls): return cls.__name__ + "!"
print(Prop.cp)
