def n(x):
    print("eval", x if isinstance(x, (int, str, list, dict, type)) else "function")
    return x
def f(*a, **k): print(a, k)
n(f)(n(1), *n([2, 3]), n(4), k=n(5), **n({"m": 6}), z=n(7))
f(*n([1]), a=n(2), *n([3]))
def d(a=n("default a"), *, b=n("default b")) -> n("annotation"):
    return a, b
print(d(), d(1), d(b=2))
print(n(1) + n(2) * n(3), n(1) < n(0) < n(5))
x = {n("k"): n("v")}
x[n("k")] = n("w") if n(1) else n("never")
class K(n(object), metaclass=n(type)): pass
@n(lambda f: print("deco 1") or f)
@n(lambda f: print("deco 2") or f)
def g(a=n("g default")): pass
