class P:
    __slots__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
p = P(1, 2)
print(p.x, p.y, hasattr(p, "__dict__"), P.__slots__, type(P.x).__name__)
for f in (lambda: setattr(p, "z", 1), lambda: p.__dict__, lambda: vars(p)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
del p.x
try: p.x
except AttributeError as e: print(e)
try: del p.x
except AttributeError as e: print(e)
class Q(P):
    pass
q = Q(1, 2); q.z = 3
print(q.x, q.z, q.__dict__)
class R(P):
    __slots__ = ("z",)
r = R(1, 2); r.z = 3
print(r.x, r.z, hasattr(r, "__dict__"))
class D:
    __slots__ = ("a", "__dict__")
d = D(); d.a = 1; d.b = 2
print(d.__dict__)
class S:
    __slots__ = "single"
s = S(); s.single = 1; print(s.single)
try:
    class Conflict:
        __slots__ = ("v",)
        v = 1
except ValueError as e: print(e)
try:
    class BadName: __slots__ = ("1x",)
except TypeError as e: print(e)
try:
    class Multi(type("A", (), {"__slots__": ("a",)}), type("B", (), {"__slots__": ("b",)})): pass
except TypeError as e: print(e)
class M:
    __slots__ = ("__priv",)
    def __init__(self): self.__priv = 5
print(M()._M__priv, P.x.__get__(P(7, 8)))
