class Typed:
    def __set_name__(self, owner, name):
        print("set_name", owner.__name__, name)
        self.name = "_" + name
    def __init__(self, t): self.t = t
    def __get__(self, obj, owner=None):
        if obj is None: return "on " + owner.__name__
        return getattr(obj, self.name, "unset")
    def __set__(self, obj, v):
        if not isinstance(v, self.t): raise TypeError(f"{self.name[1:]} must be {self.t.__name__}")
        setattr(obj, self.name, v)
    def __delete__(self, obj): print("delete"); delattr(obj, self.name)
class P:
    x = Typed(int)
    y = Typed(str)
p = P()
print(P.x, p.x); p.x = 5; print(p.x, p.__dict__)
try: p.y = 1
except TypeError as e: print(e)
del p.x; print(p.x)
p.__dict__["x"] = "shadow"
print(p.x)
class NonData:
    def __get__(self, o, t): return "nondata"
class Q:
    n = NonData()
q = Q(); print(q.n); q.n = "instance"; print(q.n); del q.n; print(q.n)
class SetOnly:
    def __set__(self, o, v): o.__dict__["s"] = v * 2
class R: s = SetOnly()
r = R(); print(type(r.s).__name__); r.s = 4; print(r.s)
class Lazy:
    def __init__(self, f): self.f = f
    def __set_name__(self, o, n): self.n = n
    def __get__(self, o, t):
        print("compute")
        v = o.__dict__[self.n] = self.f(o)
        return v
class S:
    @Lazy
    def val(self): return 42
s = S(); print(s.val, s.val)
try:
    class Bad:
        class D:
            def __set_name__(self, o, n): raise ValueError("no")
        d = D()
except RuntimeError as e: print(e, repr(e.__cause__))
print(type(P.__dict__["x"]).__name__, (lambda self: self.v).__get__(type("T", (), {"v": 9})())())
