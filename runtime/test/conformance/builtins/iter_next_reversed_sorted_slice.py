it = iter([1, 2])
print(next(it), next(it), next(it, "end"), list(iter("ab")), list(reversed([1, 2, 3])), list(reversed("abc")), list(reversed(range(3))), list(reversed((1, 2))), "".join(reversed("xyz")), list(reversed({"a": 1, "b": 2})))
print(sorted([3, 1, 2]), sorted("bca"), sorted((3, 1), reverse=True), sorted({"b": 1, "a": 2}), sorted([1, -2, 3], key=abs, reverse=True), sorted(x for x in (2, 1)), sorted([[2, 1], [1, 2], [1]]), sorted(["b", "A", "a"], key=str.lower), sorted([True, False, 2, 0]))
n = [0]
def counter(): n[0] += 1; return n[0]
print(list(iter(counter, 4)), slice(1, 2), slice(3))
r = reversed([1, 2, 3]); print(next(r), list(r), list(r), type(r).__name__, reversed("a").__class__.__name__)
class Rev:
    def __reversed__(self): return iter("rev")
class Seq:
    def __len__(self): return 3
    def __getitem__(self, i): return i * i
print(list(reversed(Rev())), list(reversed(Seq())))
for f in (lambda: next(iter([])), lambda: next(5), lambda: iter(5), lambda: reversed(5), lambda: reversed({1}), lambda: sorted(5), lambda: sorted([1], None), lambda: iter(5, 1), lambda: iter(), lambda: sorted([1, "a"]), lambda: next(), lambda: reversed(iter([1]))):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
