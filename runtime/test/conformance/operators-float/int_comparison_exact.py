big = 2 ** 53
print(big + 1 == float(big), big + 1 > float(big), float(big) < big + 1, big == float(big))
print(10 ** 400 > 1e308, -10 ** 400 < -1e308, 10 ** 400 > float("inf"), 10 ** 400 == float("inf"))
print(0.5 < 1, 1 < 1.5, 1 <= 1.0, True == 1.0, 3 > 2.999999999999999999)
print(10 ** 16 + 1 == 1e16, 1e16 == 10 ** 16, 2 ** 70 == 2.0 ** 70, 2 ** 70 + 1 == 2.0 ** 70)
