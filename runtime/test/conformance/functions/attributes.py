def f(a: int, b: "str" = "x", *args: float, c: list = None, **kw: dict) -> bool:
    """Doc of f."""
    local = 1
    return local
print(f.__name__, f.__qualname__, f.__doc__, f.__module__, f.__annotations__)
print(f.__code__.co_varnames, f.__code__.co_argcount, f.__code__.co_kwonlyargcount, f.__code__.co_posonlyargcount, f.__code__.co_name, f.__code__.co_nlocals, f.__code__.co_firstlineno)
f.tag = "t"
print(f.tag, f.__dict__, f.__closure__, f.__defaults__, f.__kwdefaults__)
f.__name__ = "renamed"; f.__doc__ = None; f.__qualname__ = "Q.renamed"
print(f.__name__, f.__doc__, repr(f).split(" at ")[0], callable(f), type(f).__name__)
class C:
    def m(self):
        def inner(): pass
        return inner
    lam = lambda self: 0
print(C.m.__qualname__, C().m().__qualname__, C.lam.__qualname__, (lambda: 0).__name__, C().m.__func__ is C.m, C().m.__self__.__class__.__name__, C().m.__name__)
try:
    f.__name__ = 5
except TypeError as e:
    print(e)
try:
    f.missing
except AttributeError as e:
    print(e)
del f.tag
print(hasattr(f, "tag"))
