def f(a, b=2, /, c=3, *args, d, e=5, **kw):
    return a, b, c, args, d, e, kw
print(f(1, d=4))
print(f(1, 2, 3, 4, 5, d=6, e=7, g=8, a=9, b=10))
print(f(1, c=30, d=40))
def g(a, /, *, b): return a, b
print(g(1, b=2))
def h(*, x=1, y): return x, y
print(h(y=2), h(y=2, x=3))
def i(a, /): return a
def j(*a, **k): return a, k
print(i(5), j(), j(1, 2), j(x=1), j(*[1], **{"self": 2}))
def k(a=1, *args, b=2): return a, args, b
print(k(), k(5), k(5, 6, 7), k(b=9), k(*range(3), b=0))
def kw_only_name(a, /, **kw): return a, kw
print(kw_only_name(1, a=2))
