class C:
    def __init__(self): self.d = {}
    def __getitem__(self, k):
        if isinstance(k, slice): return ("slice", k.start, k.stop, k.step)
        if k not in self.d: raise KeyError(k)
        return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __len__(self): return len(self.d)
    def __contains__(self, k): print("contains", k); return k in self.d
    def __iter__(self): print("iter"); return iter(self.d)
    def __reversed__(self): return iter("reversed")
c = C(); c["a"] = 1; c[1, 2] = 3
print(c["a"], c[1, 2], c[1:2], c[::3], len(c), "a" in c, "z" not in c, list(c), list(reversed(c)), bool(c), bool(C()))
del c["a"]
try: c["a"]
except KeyError as e: print(repr(e))
class Old:
    def __getitem__(self, i):
        if i >= 3: raise IndexError(i)
        return i * 10
o = Old()
print(list(o), 20 in o, 25 in o, [*o], max(o), sum(o), tuple(zip(o, o)), dict(enumerate(o)))
a, b, c2 = o
print(a, b, c2)
for f in (lambda: len(o), lambda: reversed(o), lambda: o.__setitem__(1, 1), lambda: C()[0]):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class Seq(Old):
    def __len__(self): return 3
print(list(reversed(Seq())), len(Seq()))
class NoIter:
    __iter__ = None
    def __getitem__(self, i): return 1
    __contains__ = None
for f in (lambda: iter(NoIter()), lambda: 1 in NoIter(), lambda: iter(object()), lambda: 1 in object(), lambda: object()[0]):
    try: f()
    except TypeError as e: print(e)
class IterOnly:
    def __iter__(self): yield from (1, 2, 3)
print(2 in IterOnly(), 9 in IterOnly(), list(IterOnly()))
