print(range(5), range(1, 5), range(0, 10, 3), list(range(10, 0, -3)), list(range(0)), list(range(5, 2)), len(range(0, 10, 3)), range(3)[1], range(10)[-1])
r = range(0, 20, 3)
print(r[2:5], r[::-1], r[1:-1:2], 9 in r, 10 in r, 9.0 in r, "a" in r, r.index(9), r.count(9), r.count(10), r.start, r.stop, r.step, max(r), sum(r), bool(range(0)))
print(range(0, 3, 2) == range(0, 4, 2), range(0) == range(2, 1), hash(range(0)) == hash(range(1, 1)), range(3) == [0, 1, 2], list(reversed(range(5))), r[slice(None)])
for f in (lambda: range(0, 1, 0), lambda: range(1.5), lambda: range("a"), lambda: range(), lambda: range(1, 2, 3, 4), lambda: r[100], lambda: r.index(1), lambda: r["a"], lambda: range(stop=1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
