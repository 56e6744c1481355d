class L:
    def __len__(self): return 5
class BadL:
    def __len__(self): return "5"
class NegL:
    def __len__(self): return -1
class BoolL:
    def __len__(self): return True
class HugeL:
    def __len__(self): return 2 ** 64
print(len("abc"), len([]), len({}), len(L()), len(range(10)), len(b"ab"), len({1}), len((1,)), len(BoolL()))
for f in (lambda: len(BadL()), lambda: len(NegL()), lambda: len(5), lambda: len(HugeL()), lambda: len(x for x in ()), lambda: len(int)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(repr("a"), repr([1, "b"]), repr(1.0), repr(None), repr({"k": (1,)}), format(5), format(5, "03"), format("a", ">3"), format(None), format([1]), format(3.14159, ".2f"), format(True), format(True, "d"), format(1 + 2j, ".1f"))
print(hash(5), hash(0), hash(-1), hash(2 ** 61 - 2), hash(1.5), hash(True), hash(-0.0), hash(float("-inf")), hash(10 ** 18), hash(0.1), hash(1e300), hash(-2.5))
print(isinstance([], list), isinstance([], (tuple, list)), issubclass(bool, int), isinstance(5, object), issubclass(int, (str, object)))
