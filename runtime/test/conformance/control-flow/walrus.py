data = [1, 5, 2, 8]
print([y for x in data if (y := x * 2) > 4], y)
while (n := data.pop()) != 5:
    print("pop", n)
print(n, (z := 3) + z, any((w := x) == 1 for x in [3, 1, 2]), w)
def f():
    if (m := 10) > 5:
        return m
print(f(), len(s := "abc"), s)
total = 0
print([total := total + v for v in range(5)], total)
print({(k := "a"): (v := 1)}, k, v, f"{(q := 7)}", q)
class C:
    a = (b := 2) + 1
print(C.a, C.b)
