d = {}
for k in "cab":
    d[k] = ord(k)
d["a"] = 0
print(d)
del d["c"]; d["c"] = 1
print(d, list(reversed(d)), list(reversed(d.items())), list(reversed(d.values())))
d = {i: i for i in range(20)}
for i in range(0, 20, 2):
    del d[i]
d[4] = "x"; d[0] = "y"
print(d)
print({**{"z": 1, "y": 2}, "z": 3}, dict([("b", 1), ("a", 2), ("b", 3)]))
