x = "outer"
print([x for x in range(3)], x)
print({x: y for x, y in zip("ab", "cd")}, x)
def f():
    n = 3
    return [[n * j for j in range(i)] for i in range(n)]
print(f())
print(list(x for x in "ab"), x)
def g(items):
    return [lambda: v for v in items]
print([h() for h in g([1, 2, 3])])
y = 5
print([y := i for i in range(3)], y)
print([i for i in range(5) if i % 2 for j in range(i)], [(a, b) for a in range(3) for b in range(a)])
def gen_late():
    k = 1
    g = (k * i for i in range(3))
    k = 10
    return list(g)
print(gen_late())
