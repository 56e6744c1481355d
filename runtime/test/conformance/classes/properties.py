class Temp:
    def __init__(self, c): self._c = c
    @property
    def c(self):
        "celsius"
        return self._c
    @c.setter
    def c(self, v):
        if v < -273: raise ValueError("too cold")
        self._c = v
    @c.deleter
    def c(self): print("deleted"); self._c = 0
    f = property(lambda self: self._c * 9 / 5 + 32, lambda self, v: setattr(self, "_c", (v - 32) * 5 / 9), doc="fahrenheit")
t = Temp(100)
print(t.c, t.f, Temp.c.__doc__, Temp.f.__doc__)
t.c = 20; t.f = 212; print(t.c); t.c += 5; print(t.c)
del t.c; print(t.c)
try: t.c = -300
except ValueError as e: print(e)
class RO:
    @property
    def x(self): return 1
    w = property(None, lambda self, v: print("set", v))
    none = property()
r = RO()
r.w = 5
for f in (lambda: setattr(r, "x", 2), lambda: delattr(r, "x"), lambda: r.w, lambda: r.none, lambda: delattr(r, "w")):
    try: f()
    except AttributeError as e: print(e)
class Sub(Temp):
    @property
    def c(self): return super().c * 2
    @Temp.f.getter
    def f(self): return "sub f"
s = Sub(10)
print(s.c, s.f, type(Temp.c).__name__, Temp.c.fget is not None, RO.w.fget)
r.__dict__["x"] = "instance"
print(r.x)
class Err:
    @property
    def p(self): raise AttributeError("inside p")
    def __getattr__(self, n): return "fallback " + n
print(Err().p)
