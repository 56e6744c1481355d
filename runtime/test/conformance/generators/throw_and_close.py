def g():
    try:
        while True:
            try:
                x = yield
                print("got", x)
            except ValueError as e:
                print("caught", e)
                yield "recovered"
    except GeneratorExit:
        print("exit")
        raise
    finally:
        print("cleanup")
a = g(); next(a); a.send(1)
print(a.throw(ValueError("v")), next(a))
a.close(); a.close()
b = g(); next(b)
try:
    b.throw(KeyError, "k")
except KeyError as e:
    print("propagated", e)
try:
    next(b)
except StopIteration:
    print("finished")
def ignore():
    try:
        yield 1
    except GeneratorExit:
        yield 2
c = ignore(); next(c)
try:
    c.close()
except RuntimeError as e:
    print(e)
d = g()
d.close()
print(list(d))
e = g()
try:
    e.throw(ValueError("unstarted"))
except ValueError as x:
    print(x)
print(list(e))
def swallow():
    try:
        yield
    except GeneratorExit:
        return "quiet"
f = swallow(); next(f); print(f.close())
try:
    g().throw(5)
except TypeError as x:
    print(x)
