def inner():
    x = yield 1
    print("inner got", x)
    try:
        yield 2
    except ValueError as e:
        print("inner caught", e)
        yield "after"
    return "inner result"
def outer():
    r = yield from inner()
    print("r", r)
    r2 = yield from [10, 20]
    print("r2", r2)
    yield from "ab"
g = outer()
print(next(g), g.send("hello"), g.throw(ValueError("boom")), next(g), next(g), list(g))
def tree(t):
    if isinstance(t, list):
        for x in t: yield from tree(x)
    else: yield t
print(list(tree([1, [2, [3, 4], 5], [[6]]])))
def closer():
    try:
        yield from inner2()
    finally: print("outer finally")
def inner2():
    try: yield 1
    finally: print("inner finally")
c = closer(); next(c); c.close()
def d():
    try: yield from inner2()
    except KeyError: print("outer caught")
x = d(); next(x)
try: x.throw(KeyError)
except StopIteration: print("stop")
class It:
    def __iter__(self): return iter([7, 8])
def e(): yield from It()
print(list(e()), list((lambda: (yield from range(3)))()))
def f():
    yield from 5
try: list(f())
except TypeError as err: print(err)
def h():
    yield from [1, 2]
    return (yield from iter([3]))
k = h()
print(next(k))
try: k.send("to a list iterator")
except AttributeError as err: print(err)
