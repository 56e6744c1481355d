def numbers(n):
    for i in range(n):
        print("produce", i)
        yield i
def evens(src):
    for x in src:
        if x % 2 == 0: yield x
def times(src, k):
    for x in src:
        print("scale", x)
        yield x * k
def take(src, n):
    for _ in range(n):
        yield next(src)
print(list(take(times(evens(numbers(100)), 10), 3)))
def merge(a, b):
    a, b = iter(a), iter(b)
    x, y = next(a, None), next(b, None)
    while x is not None or y is not None:
        if y is None or (x is not None and x <= y):
            yield x; x = next(a, None)
        else:
            yield y; y = next(b, None)
print(list(merge([1, 4, 6], [2, 3, 9, 10])))
def windowed(it, n):
    buf = []
    for x in it:
        buf.append(x)
        if len(buf) == n:
            yield tuple(buf); del buf[0]
print(list(windowed("abcde", 3)))
def coroutine_printer():
    while True:
        line = yield
        print(">", line)
p = coroutine_printer(); next(p)
for w in ("x", "y"): p.send(w)
p.close()
