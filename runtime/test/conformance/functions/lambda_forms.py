f = lambda: None
g = lambda x, *a, y=2, **k: (x, a, y, k)
print(f(), g(1), g(1, 2, y=3, z=4), (lambda *, a: a)(a=1), (lambda a, /, b: a + b)(1, b=2))
print((lambda x: lambda y: x + y)(1)(2), [*map(lambda p: p[0], [(1, 2)])], sorted([3, 1], key=lambda v: -v))
print((lambda: (yield))().__class__.__name__, (lambda x=(lambda: 5)(): x)(), (lambda *a: a)(*"ab"))
h = lambda n: 1 if n < 2 else n * h(n - 1)
print(h(10), f.__name__, (lambda: 1, 2)[1], (lambda x: x if x else "none")(0))
compose = lambda *fs: lambda x: (compose(*fs[:-1])(fs[-1](x)) if fs else x)
print(compose(str, abs, lambda v: v - 10)(3))
