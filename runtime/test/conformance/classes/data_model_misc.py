class C:
    def __bytes__(self): return b"bytes!"
    def __sizeof__(self): return 10
    def __length_hint__(self): return 3
    def __trunc__(self): return 1
    def __floor__(self): return 2
    def __ceil__(self): return 3
    def __fspath__(self): return "path"
c = C()
print(bytes(c))
print(c.__sizeof__(), c.__eq__(c), c.__eq__(5), c.__ne__(5), c.__lt__(5), (5).__eq__("x"), object().__str__()[:7], object.__repr__(c)[:10])
print(c.__class__.__name__, c.__module__, c.__doc__, C.__weakref__ is not None, c.__init_subclass__(), c.__dir__()[:0], c.__format__("")[:9], c.__reduce_ex__ is not None)
print(object.__eq__(1, 1), object.__hash__ is not None, int.__add__.__name__, type(int.__add__).__name__, type(C.__init__).__name__, type((5).__add__).__name__, type(dict.fromkeys).__name__)
print([m for m in dir(object) if m.startswith("__g") or m.startswith("__l") or m.startswith("__i")])
print(sorted(set(dir(C)) - set(dir(object))))
