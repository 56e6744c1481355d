def f(a, acc=[]):
    acc.append(a)
    return acc
print(f(1), f(2), f(3, []), f.__defaults__)
n = 5
def g(x=n): return x
n = 6
print(g(), g.__defaults__, g.__kwdefaults__)
def h(*, k=1, l): return k, l
print(h(l=2), h.__kwdefaults__, h.__defaults__)
g.__defaults__ = (99,)
print(g())
g.__defaults__ = None
try:
    g()
except TypeError as e:
    print(e)
def late(x=None):
    x = x or []
    x.append(1)
    return x
print(late(), late())
h.__kwdefaults__ = {"l": 7}
try:
    print(h())
except TypeError as e:
    print(e)
print(h(k=1), (lambda a, b=2, *c, d=4, **e: (a, b, c, d, e))(1, z=5))
