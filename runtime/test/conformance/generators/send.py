def echo():
    got = yield "ready"
    while got is not None:
        got = yield f"got {got}"
    return "finished"
g = echo()
try:
    g.send(1)
except TypeError as e:
    print(e)
print(g.send(None), g.send("a"), g.send(5))
try:
    g.send(None)
except StopIteration as e:
    print(e.value)
try:
    g.send(1)
except StopIteration as e:
    print("exhausted", e.value)
def average():
    total, n, avg = 0, 0, None
    while True:
        total += (yield avg)
        n += 1
        avg = total / n
a = average(); next(a)
print(a.send(10), a.send(20), a.send(60))
def nested():
    x = (yield 1) + (yield 2)
    print("sum", x)
    y = yield
    print("y", y)
n = nested()
print(next(n), n.send(10), n.send(5))
try:
    n.send("z")
except StopIteration:
    print("done")
