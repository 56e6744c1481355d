class Plugin:
    registry = []
    def __init_subclass__(cls, /, tag=None, **kw):
        super().__init_subclass__(**kw)
        cls.tag = tag
        Plugin.registry.append((cls.__name__, tag))
class A(Plugin, tag="a"): pass
class B(A): pass
class C(A, tag=3): pass
print(Plugin.registry, A.tag, B.tag)
try:
    class D(Plugin, bad=1): pass
except TypeError as e: print(e)
try:
    class E(object, kw=1): pass
except TypeError as e: print(e)
class G:
    def __class_getitem__(cls, item): return f"{cls.__name__}[{item}]"
print(G[int], G["x", 1])
try: A[0]
except TypeError as e: print(e)
try: A()[0]
except TypeError as e: print(e)
print(list[int], dict[str, list[int]], tuple[int, ...], type(list[int]).__name__, list[int]([1]), list[int].__origin__, list[int].__args__, int | str, int | None, isinstance(5, int | str))
class M:
    def __mro_entries__(self, bases): print("entries"); return (list,)
class F(M()): pass
print(F.__bases__, F([1]), len(F.__orig_bases__))
