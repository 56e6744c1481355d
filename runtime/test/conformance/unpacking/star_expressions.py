a, b = [1, 2], (3, 4)
print([*a, *b], (*a, 5), {*a, *b}, [*a, *"xy", *range(2)], *a, *b, sep=",")
d = {"x": 1, **{"y": 2}, **dict(z=3)}
print(d, {**d, "x": 0}, {"x": 9, **d})
def f(*args, **kw): return args, kw
print(f(*a, 0, *b, k=1, **{"m": 2}, **{"n": 3}), f(*[], **{}), f(*"ab"))
def ret(): return 1, *a
print(ret(), *[i for i in a], [*{"k": 1}], [*(x for x in b)])
for x in *a, *b: print(x, end=" ")
print()
print({*()}, [*[[1]]], (*(),))
def g():
    yield *a, 9
print(next(g()))
