class FailAt:
    def __init__(self, n): self.n = n
    def __getitem__(self, i):
        if i == self.n: raise ValueError(f"at {i}")
        return i
for consume in (list, tuple, sum, max, sorted, set, lambda s: [*s], lambda s: dict.fromkeys(s), lambda s: any(x > 100 for x in s), lambda s: 50 in s, lambda s: list(map(str, s)), lambda s: list(zip(s, s)), lambda s: "".join(map(str, s))):
    try: print(consume(FailAt(3)))
    except ValueError as e: print(e)
class StopEarly:
    def __getitem__(self, i):
        if i > 2: raise StopIteration
        return i
print(list(StopEarly()))
class KeyErr:
    def __getitem__(self, i): raise KeyError(i)
try: list(KeyErr())
except KeyError as e: print(repr(e))
class LenLies:
    def __len__(self): return 1000
    def __iter__(self): return iter([1, 2])
print(list(LenLies()), tuple(LenLies()))
class LenRaises:
    def __len__(self): raise ValueError("len!")
    def __iter__(self): return iter([1, 2])
try: print(list(LenRaises()))
except ValueError as e: print(e)
class HintBad:
    def __length_hint__(self): return -5
    def __iter__(self): return iter([1])
try: print(list(HintBad()))
except ValueError as e: print(e)
class IterCount:
    made = 0
    def __iter__(self):
        IterCount.made += 1
        return iter("ab")
c = IterCount(); list(c); [*c]; "a" in c; x, y = c
print(IterCount.made)
