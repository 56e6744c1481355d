class Meta(type):
    def __prepare__(name, bases, **kw):
        print("prepare", name, bases, kw)
        return {"injected": 1}
    __prepare__ = classmethod(lambda cls, name, bases, **kw: (print("prepare", name, [b.__name__ for b in bases], kw), {"injected": 1})[1])
    def __new__(m, name, bases, ns, **kw):
        print("new", name, sorted(k for k in ns if not k.startswith("__")))
        return super().__new__(m, name, bases, ns)
    def __init__(cls, name, bases, ns, **kw):
        print("init", name, kw)
        super().__init__(name, bases, ns)
    def __call__(cls, *a):
        print("call", a)
        return super().__call__(*a)
    def hello(cls): return "hello from " + cls.__name__
    @property
    def mp(cls): return "mp"
    def __len__(cls): return 7
    def __iter__(cls): return iter("meta")
    def __getitem__(cls, k): return (cls.__name__, k)
    def __contains__(cls, x): return x == 1
class A(metaclass=Meta, opt=3):
    x = 1
class B(A): pass
b = B()
print(type(A).__name__, A.injected, A.hello(), B.mp, len(A), list(B), A["k"], 1 in A, isinstance(A, Meta), type(b).__name__)
try: b.hello()
except AttributeError as e: print(e)
class M2(type): pass
try:
    class C(A, metaclass=M2): pass
except TypeError as e: print(e)
T = type("T", (A,), {"y": 2})
print(T.y, T.hello())
class Reg(type):
    classes = {}
    def __init__(cls, n, b, d): Reg.classes[n] = cls
class X(metaclass=Reg): pass
class Y(X): pass
print(list(Reg.classes), type(type) is type, isinstance(type, type), type.__mro__)
class AsFunc(metaclass=lambda n, b, d: (n, b, sorted(d))): z = 1
print(AsFunc)
