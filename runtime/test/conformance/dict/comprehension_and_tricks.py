d = {k: v for k, v in zip("abc", range(3)) if v != 1}
print(d, {v: k for k, v in d.items()}, {i: {j: i * j for j in range(2)} for i in range(2)})
counts = {}
for w in "the cat the dog the end".split():
    counts[w] = counts.get(w, 0) + 1
print(counts, max(counts, key=counts.get), sorted(counts.items(), key=lambda kv: (-kv[1], kv[0])))
groups = {}
for n in range(10):
    groups.setdefault(n % 3, []).append(n)
print(groups, sum(map(len, groups.values())), min(groups), dict(sorted(counts.items())))
grid = {(x, y): x * y for x in range(3) for y in range(3)}
print(grid[2, 2], grid[(1, 2)], (3, 3) in grid, grid.get((-1, 0), "edge"), len(grid))
nested = {"a": {"b": {"c": 1}}}
nested["a"]["b"]["d"] = 2
del nested["a"]["b"]["c"]
print(nested, repr({"it's": 'q"'}), {1: [], "x": (), None: {}})
