a = [3, 1, 2]
print(a.sort(), a, sorted(a, reverse=True), sorted("banana"), sorted({3: 1, 1: 2}), sorted([]))
words = ["pear", "fig", "Apple", "kiwi", "date", "Fig"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True))
print(sorted([(1, "b"), (1, "a"), (0, "z")]), sorted([[2], [1, 5], [1]]), sorted([1, 2.5, True, 0]))
rows = [("x", 2), ("y", 1), ("z", 2), ("w", 1)]
rows.sort(key=lambda r: r[1]); print(rows)
rows.sort(key=lambda r: r[1], reverse=True); print(rows)
print(sorted(range(20), key=lambda n: (n % 3, -n)))
