f = 1
for i in range(1, 51):
    f *= i
print(f)
x, y = 0, 1
for _ in range(300):
    x, y = y, x + y
print(x)
print(len(str(3 ** 2000)), str(3 ** 2000)[:20], str(3 ** 2000)[-20:])
print(sum(int(c) for c in str(2 ** 1000)))
