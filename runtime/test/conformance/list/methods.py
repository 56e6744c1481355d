a = [3, 1, 2]
a.append(5); a.extend("xy"); a.extend(range(2)); a.insert(0, "first"); a.insert(-1, "pen"); a.insert(100, "last"); a.insert(-100, "zero")
print(a, len(a))
print(a.pop(), a.pop(0), a.pop(-2), a)
a.remove("x"); print(a, a.index(1), a.count(1), a.index(1, 3) if 1 in a[3:] else None)
a.reverse(); print(a)
b = a.copy(); b.clear(); print(a, b, a.index("y"), a.index("y", -100, 100))
print([1, True, 1.0, 2].count(1), [[1], [1]].count([1]))
