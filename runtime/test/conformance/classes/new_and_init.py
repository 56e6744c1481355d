class C:
    def __new__(cls, *a, **k):
        print("new", cls.__name__, a, k)
        self = super().__new__(cls)
        return self
    def __init__(self, x, y=0): print("init", x, y); self.x = x
c = C(1, y=2)
class Singleton:
    _i = None
    def __new__(cls):
        if cls._i is None: cls._i = super().__new__(cls)
        return cls._i
print(Singleton() is Singleton())
class Other:
    def __new__(cls, v):
        return v
    def __init__(self, v): print("never")
print(Other(5), Other([1]))
class Sub(int):
    def __new__(cls, v): return super().__new__(cls, v * 2)
    def __init__(self, v): self.orig = v
s = Sub(5); print(s, s.orig, s + 1, type(s + 1).__name__)
class Bad:
    def __init__(self): return 5
try: Bad()
except TypeError as e: print(e)
for f in (lambda: C(), lambda: object(1), lambda: type("T", (), {})(1), lambda: object.__new__(), lambda: object.__new__(int), lambda: object.__new__(5), lambda: int.__new__(str)):
    try: f()
    except TypeError as e: print(e)
class NewOnly:
    def __new__(cls, a): return object.__new__(cls)
print(type(NewOnly(1)).__name__)
class InitOnly:
    def __init__(self, a): pass
print(type(InitOnly(1)).__name__)
try: InitOnly.__new__(InitOnly, 1, 2); print("extra args ok")
except TypeError as e: print(e)
