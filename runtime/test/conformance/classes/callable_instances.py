class Adder:
    def __init__(self, n): self.n = n
    def __call__(self, x, *a, k=0): return self.n + x + sum(a) + k
add = Adder(5)
print(add(1), add(1, 2, 3), add(1, k=10), callable(add), list(map(add, [1, 2])), sorted([3, 1, 2], key=Adder(0)))
class No: pass
n = No()
n.__call__ = lambda: "instance attr"
try: n()
except TypeError as e: print(e)
print(callable(n), n.__call__())
class Meth:
    f = Adder(100)
    g = len
    h = lambda self: "h"
    def __call__(self): return self
m = Meth()
print(m.f(1), m.g([1, 2]), m.h(), m()() is m)
class Deco:
    def __init__(self, f): self.f = f
    def __call__(self, *a): return "deco:" + str(self.f(*a))
    def __get__(self, o, t=None): return (lambda *a: self(o, *a)) if o is not None else self
class U:
    @Deco
    def meth(self, x): return x * 2
print(U().meth(4))
try: add()
except TypeError as e: print(e)
