f = frozenset([1, 2])
print(sorted(f | {3}), f & {1}, f == {1, 2}, {f: "v"}[frozenset((2, 1))], frozenset() == set(), f.copy() is f, frozenset(f) is f, len(f))
for g in (lambda: f.add(1), lambda: f.update([1]), lambda: frozenset(5), lambda: frozenset([[]])):
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)
f2 = f
f2 |= {9}
print(sorted(f2), sorted(f), f2 is f)
print(hash(frozenset()), hash(frozenset([0])), hash(frozenset([1, 2, 3])), hash(frozenset([frozenset()])))
