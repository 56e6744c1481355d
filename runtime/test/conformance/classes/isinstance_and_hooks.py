class Meta(type):
    def __instancecheck__(cls, o): print("instancecheck"); return o == 42
    def __subclasscheck__(cls, c): print("subclasscheck"); return c is int
class M(metaclass=Meta): pass
print(isinstance(42, M), isinstance(41, M), issubclass(int, M), issubclass(str, M), isinstance(M.__new__(M), M))
print(isinstance(1, (str, (int, float))), issubclass(bool, (str, int)), isinstance(True, int), isinstance(None, type(None)), isinstance(int, type))
for f in (lambda: isinstance(1, 5), lambda: isinstance(1, (5,)), lambda: issubclass(1, int), lambda: issubclass(int, 5), lambda: isinstance(1), lambda: isinstance(1, list[int])):
    try: print(f())
    except TypeError as e: print(e)
class Fake:
    @property
    def __class__(self): return int
print(isinstance(Fake(), int), type(Fake()).__name__)
class A: pass
class B: pass
a = A(); a.__class__ = B
print(type(a).__name__, isinstance(a, B))
try: a.__class__ = int
except TypeError as e: print(e)
try: a.__class__ = 5
except TypeError as e: print(e)
B.__name__ = "Renamed"; print(B.__name__, type(a).__name__, repr(B))
