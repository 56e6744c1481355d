x = "module"
class A:
    x = "A"
    class B:
        y = x
        def f(self): return x
    def g(self):
        class C:
            z = x
            def h(self): return x, self.z
        return C().h()
    h = lambda self, v=x: (v, x)
print(A.B.y, A.B().f(), A().g(), A().h())
def outer():
    x = "outer"
    class D:
        a = x
        x = "D"
        b = x
        def m(self): return x
        def n(self):
            nonlocal x
            x = "changed"
    d = D()
    before = d.m()
    d.n()
    return d.a, d.b, before, d.m(), x
print(outer(), x)
def counter_class():
    total = 0
    class Counter:
        def add(self, n):
            nonlocal total
            total += n
            return total
    return Counter
C1, C2 = counter_class(), counter_class()
print(C1().add(5), C1().add(1), C2().add(10))
def f(x, y=lambda: x):
    x = "param"
    return y()
print(f("arg"))
def g():
    for i in range(3):
        pass
    return i, [i for i in "ab"], i
print(g())
def h():
    if False:
        v = 1
    def inner():
        return v
    try: return inner()
    except NameError as e: return str(e)
print(h())
def k(n):
    def rec(m): return 1 if m == 0 else m * rec(m - 1)
    return rec(n)
print(k(5), [fn(2) for fn in [lambda a, k=k_: a * k for k_ in range(3)]])
