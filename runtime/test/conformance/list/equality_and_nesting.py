a = [1, [2, [3]]]
b = [1, [2, [3]]]
print(a == b, a is b, a[1] is b[1], a != b)
c = a[:]
c[1].append(4)
print(a, c)
grid = [[0] * 3] * 2
grid[0][1] = 5
print(grid)
grid = [[0] * 3 for _ in range(2)]
grid[0][1] = 5
print(grid)
r = [1]
r.append(r)
print(r, str(r) == repr(r), r[1][1][1][0])
d = {}; d["me"] = d; r2 = (1, [d]); d["t"] = r2
print(d, r2)
