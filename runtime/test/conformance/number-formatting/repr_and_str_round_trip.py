for i in range(1, 40):
    x = 1.1 ** i * 10 ** (i % 7 - 3)
    assert float(repr(x)) == x
    if i % 4 == 0:
        print(x, f"{x:.3f}", f"{x:10.4e}", f"{x:g}", round(x, 2), int(x))
print([0.1 * k for k in range(11)])
print([k / 3 for k in range(-3, 4)], [2 ** -k for k in range(0, 30, 5)])
