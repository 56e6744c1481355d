t = (1, 2, 3, 2)
print(t[0], t[-1], t[1:3], t[::-1], t.count(2), t.index(2), t.index(2, 2), len(t), t + (4,), t * 2, 2 * (), 2 in t, max(t))
print((), (1,), repr((1,)), (1, (2,)), tuple("ab"), tuple([1]), tuple(), tuple(range(3)), tuple({1: 2}))
print((1, 2) < (1, 2, 0), (1, 2) == (1, 2), (1,) != 1, hash((1, 2)) == hash((1, 2)), {(1, 2): "k"}[1, 2], t is tuple(t))
for f in (lambda: t[9], lambda: t.index(9), lambda: t["a"], lambda: t + [1], lambda: tuple(5), lambda: hash(([],)), lambda: t.append(1), lambda: t.index(1, 1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    t[0] = 1
except TypeError as e:
    print(e)
try:
    del t[0]
except TypeError as e:
    print(e)
