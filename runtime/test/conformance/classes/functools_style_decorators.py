import functools
def logged(f):
    @functools.wraps(f)
    def w(*a, **k):
        print("->", f.__name__, a, k)
        return f(*a, **k)
    return w
class C:
    @logged
    def m(self_, x): "doc m"; return x
    @staticmethod
    @logged
    def s(x): return x
    @functools.cached_property
    def c(self):
        print("computing")
        return 5
    @functools.singledispatchmethod
    def d(self, v): return "default"
    @d.register
    def _(self, v: int): return "int"
    @d.register(str)
    def _(self, v): return "str"
    def __repr__(self): return "C()"
c = C()
print(c.m(1), C.s(2), c.m.__name__, c.m.__doc__, C.m.__wrapped__.__name__)
print(c.c, c.c, c.d(1), c.d("a"), c.d(1.5))
@functools.lru_cache(maxsize=None)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
print(fib(60), fib.cache_info())
p = functools.partial(print, "x", sep="-")
p(1); p(2, end="!\n")
print(functools.reduce(lambda a, b: a * b, range(1, 6)), functools.reduce(max, [3, 9, 2], 0), p.func is print, p.args, p.keywords)
@functools.total_ordering
class T:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v
    def __lt__(self, o): return self.v < o.v
print(T(1) < T(2), T(1) >= T(2), T(2) > T(1), T(1) <= T(1))
