def g(*xs):
    for x in xs:
        print("item", x)
        yield x
print(all(g(1, 0, 2)), any(g(0, 1, 2)), all([]), any([]), all([[1], "a"]), any({0: 1}))
print(sum([1, 2, 3]), sum([], 5), sum([[1], [2]], []), sum((0.1,) * 10), sum([1, 2.5, True]), sum(range(101)), sum([1], start=10), sum({1: 2, 3: 4}), sum([10 ** 20, 1]), sum((1, 2), 1j))
print(min(3, 1, 2), max([3, 1, 2]), min("hello"), max("a", "b", key=ord), min([], default=None), max([1, 5, 5.0]), min([(1, "b"), (1, "a")]), max(["aa", "b"], key=len), min({3: "a", 2: "b"}), max(iter([1, 2])), min(1, 1.0), max(True, 1))
print(max([1, 2, 3], key=lambda v: -v), min(["b", "A"], key=str.lower), max([1, 2], key=None), max({"a": 1, "b": 2}.items(), key=lambda kv: kv[1]))
for f in (lambda: min([]), lambda: max(), lambda: max(5), lambda: min(1, "a"), lambda: sum(["a"]), lambda: sum(["a", "b"], ""), lambda: sum(5), lambda: max(1, 2, default=3), lambda: sum([b"a"], b""), lambda: all(5), lambda: max([1], foo=1), lambda: sum([[1]]), lambda: any()):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
