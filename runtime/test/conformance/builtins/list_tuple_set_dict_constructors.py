print(list(), list("ab"), list((1, 2)), list({1: 2}), list(range(3)), list(map(str, [1])), tuple([1]), tuple({"k": 1}), set("aab") == {"a", "b"}, frozenset([1]), dict([("a", 1)]), dict(a=1), dict({"x": 1}, y=2), dict(zip("ab", [1, 2])))
class It:
    def __init__(self, n): self.n = n
    def __iter__(self): return iter(range(self.n))
class Map:
    def keys(self): return ["p", "q"]
    def __getitem__(self, k): return k * 2
print(list(It(3)), tuple(It(2)), sum(It(4)), dict(Map()), {**Map()}, (lambda **k: k)(**Map()))
print([].__class__(It(2)), list.__call__("x"), dict.fromkeys(It(2)), sorted(set(It(3))), str(list), bytes(It(3)), bytearray(It(2)))
a = [1]; print(list(a) is a, tuple((t := (1,))) is t, list(a) == a)
for f in (lambda: list(1), lambda: tuple(1), lambda: set(1), lambda: dict(1), lambda: dict([1, 2]), lambda: dict(["ab", "c"]), lambda: frozenset(1), lambda: list([1], [2]), lambda: set([[]]), lambda: dict([([], 1)]), lambda: list(a=1), lambda: tuple(a=1), lambda: set(a=1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
