import sys
def g():
    print("g sees", sys.exc_info()[0] and sys.exc_info()[0].__name__)
    try:
        raise KeyError("in g")
    except KeyError:
        yield 1
        print("still", sys.exc_info()[0].__name__)
    print("then", sys.exc_info()[0] and sys.exc_info()[0].__name__)
    yield 2
a = g()
next(a)
print("outside", sys.exc_info()[0])
try:
    raise ValueError("outer")
except ValueError:
    next(a)
    print("outer still", sys.exc_info()[0].__name__)
print(sys.exc_info())
def h():
    try:
        yield
    except ValueError as e:
        raise TypeError("new") from None
b = h(); next(b)
try:
    b.throw(ValueError("x"))
except TypeError as e:
    print(repr(e.__context__), e.__cause__, e.__suppress_context__)
