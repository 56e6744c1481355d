d = {"a": 1, "b": 2}
k, v, i = d.keys(), d.values(), d.items()
print(k, v, i, len(k))
d["c"] = 3
print(k, list(v), ("c", 3) in i, "c" in k, 3 in v)
print(k & {"a", "z"}, sorted(k | {"z"}), sorted(k - {"a"}), sorted(k ^ {"a", "z"}), sorted(i & {("a", 1)}), k == {"a", "b", "c"}, k.isdisjoint({"q"}), k >= {"a"}, k < {"a", "b", "c", "d"})
print(type(k).__name__, type(v).__name__, type(i).__name__, type(iter(k)).__name__, type(iter(v)).__name__, type(iter(i)).__name__, k.mapping)
for f in (lambda: k.add("x"), lambda: v & v, lambda: k + k):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
print(v == v, d.values() == d.values(), d.items() == d.items())
