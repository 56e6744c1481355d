d = {1: "int"}
d[1.0] = "float"; d[True] = "bool"
print(d, len(d), d[1 + 0j], 1.0 in d)
d = {0: "a", -0.0: "b", False: "c"}
print(d, {2 ** 53: 1}[float(2 ** 53)])
nan = float("nan")
n = {nan: 1}
print(n[nan], float("nan") in n, len({nan: 1, float("nan"): 2}))
print({"1": "s", 1: "i", (1,): "t", b"1": "b", None: "n", 1.5: "f"})
