print([x * 2 for x in range(5)], {x % 3 for x in range(10)}, {k: len(k) for k in ("a", "bb")})
print([x for x in range(20) if x % 2 if x % 3], [(x, y) for x in range(3) for y in "ab"], [[c for c in r] for r in ("ab", "c")])
print([a + b for a, b in [(1, 2), (3, 4)]], [x for x, *_ in ["abc", "de"]], [y for x in [[1], [2, 3]] for y in x])
print([i if i % 2 else -i for i in range(4)], {(i, j): i + j for i in range(2) for j in range(2) if i != j})
m = [[1, 2, 3], [4, 5, 6]]
print([[r[i] for r in m] for i in range(3)], [sum(r) for r in m], {v: k for k, v in {"a": 1}.items()})
print([*(x for x in "ab"), *[1]], [lambda: 1 for _ in range(2)][0](), [(lambda q: q + x)(1) for x in range(2)])
print([x for x in [1, 2, 3] if (lambda v: v > 1)(x)], [x := 5, x + 1], [None for _ in ()], {**{i: i for i in range(2)}})
print({x: y for x in "ab" for y in "cd"}, [w for w in "the quick fox".split() if "i" in w or w.startswith("f")])
