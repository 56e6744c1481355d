class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        if self.i >= self.n: raise StopIteration
        self.i += 1
        return self.i
c = Count(3)
print(next(c), list(c), list(c), next(c, "dflt"), sum(Count(4)), sorted(Count(3), reverse=True), dict(zip(Count(2), "ab")), max(Count(5)))
a, *b = Count(4); print(a, b)
for x in Count(5):
    if x == 3: break
print(x)
class Bad:
    def __iter__(self): return 5
class Bad2:
    def __iter__(self): return self
try: iter(Bad())
except TypeError as e: print(e)
try: iter(Bad2())
except TypeError as e: print(e)
try: next(5)
except TypeError as e: print(e)
try: next([])
except TypeError as e: print(e)
class Raises:
    def __iter__(self): return self
    def __next__(self): raise ValueError("in next")
try: list(Raises())
except ValueError as e: print(e)
try:
    for _ in Raises(): pass
except ValueError as e: print(e)
it = iter([3, 1, 4].pop, 3)
print(type(it).__name__)
vals = [1, 2, 0, 5]
print(list(iter(lambda: vals.pop(0), 0)), vals)
class Hint:
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return 10
print(list(Hint()), [*Hint()])
try: next(iter([]))
except StopIteration as e: print(repr(e), e.value)
