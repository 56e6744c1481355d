class A:
    x = 1
    def m(self): pass
    @property
    def boom(self): raise ValueError("boom")
    @property
    def attr(self): raise AttributeError("hidden")
a = A()
print(callable(a.m), callable(A), callable(a), callable(len), callable(lambda: 0), callable(5))
print(getattr(a, "x"), getattr(a, "y", "d"), getattr(a, "attr", "d2"), hasattr(a, "x"), hasattr(a, "y"), hasattr(a, "attr"), getattr(int, "__add__")(1, 2))
setattr(a, "dyn attr", 5); print(getattr(a, "dyn attr"), vars(a)); delattr(a, "dyn attr"); print(vars(a))
for f in (lambda: hasattr(a, "boom"), lambda: getattr(a, "boom", 1), lambda: getattr(a, "zz"), lambda: getattr(a), lambda: hasattr(a, 5), lambda: setattr(a, "x"), lambda: delattr(a, "nope"), lambda: getattr(a, "m", 1, 2)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
setattr(A, "x", 2); print(a.x, getattr(A, "m") is A.m, getattr(5, "real"), getattr("abc", "upper")())
