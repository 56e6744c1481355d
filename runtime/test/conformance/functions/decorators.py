def log(f):
    def wrapper(*args, **kwargs):
        print("call", f.__name__, args, kwargs)
        result = f(*args, **kwargs)
        print("done", result)
        return result
    wrapper.__name__ = f.__name__
    return wrapper
def repeat(n):
    def deco(f):
        def w(*a): return [f(*a) for _ in range(n)]
        return w
    return deco
@log
def add(a, b=1): return a + b
@repeat(3)
@log
def hi(x): return x
add(1); add(1, b=2); print(hi("x"))
class Count:
    def __init__(self, f): self.f, self.n = f, 0
    def __call__(self, *a):
        self.n += 1
        return self.f(*a)
@Count
def tick(x): return x * 2
tick(1); print(tick(2), tick.n)
registry = {}
def register(name): return lambda f: registry.setdefault(name, f)
@register("go")
def go(): return "went"
print(registry["go"](), [str.upper, len][0]("a"))
@(lambda c: setattr(c, "tag", 1) or c)
class K: pass
print(K.tag)
decos = {"id": lambda f: "replaced"}
@decos["id"]
def gone(): pass
print(gone)
