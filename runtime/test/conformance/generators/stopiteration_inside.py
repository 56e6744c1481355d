def g():
    yield 1
    raise StopIteration("leak")
try:
    list(g())
except RuntimeError as e:
    print(e, repr(e.__cause__), e.__cause__ is e.__context__)
def h():
    yield next(iter([]))
try:
    list(h())
except RuntimeError as e:
    print(e)
try:
    list(next(iter([])) for _ in range(2))
except RuntimeError as e:
    print(e)
try:
    [next(iter([])) for _ in range(2)]
except StopIteration as e:
    print("plain StopIteration", repr(e))
def k():
    x = yield
try:
    a = k(); next(a); a.throw(StopIteration("in"))
except RuntimeError as e:
    print(e)
def returns_tuple():
    yield
    return (1, 2)
b = returns_tuple(); next(b)
try: next(b)
except StopIteration as e: print(e.value, e.args)
def r():
    x = yield from returns_tuple()
    print("x", x)
print(list(r()))
