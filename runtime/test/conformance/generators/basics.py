def count(n):
    print("start")
    for i in range(n):
        yield i
    print("end")
g = count(2)
print(type(g).__name__, next(g), next(g))
try:
    next(g)
except StopIteration as e:
    print("stop", e.value)
print(next(g, "default"), list(g), list(count(3)), sum(count(4)), [*count(1)], 2 in count(5))
def empty():
    return
    yield
print(list(empty()), iter(g) is g, list(x * x for x in range(4)), max(i for i in (3, 9, 2)))
def fib():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b
f = fib()
print([next(f) for _ in range(10)])
for i, x in zip(range(3), f): print(i, x)
def ret():
    yield 1
    return "value"
r = ret()
next(r)
try:
    next(r)
except StopIteration as e:
    print(repr(e), e.value, e.args)
