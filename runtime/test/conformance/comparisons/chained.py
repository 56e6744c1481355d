def v(x):
    print("v", x)
    return x
print(v(1) < v(2) < v(3))
print(v(1) < v(0) < v(3))
print(v(1) == v(1) != v(2))
print(1 < 2 > 1, 1 == 1 in [1], 3 > 2 == 2, not 1 < 2)
