s = set()
s.add(1); s.add(1); s.add(2); s.update([3, 4], "ab"); s.discard(99); s.discard(1); s.remove("a")
print(len(s), sorted(map(str, s)), bool(set()), repr(set()), repr({5}), repr(frozenset()), repr(frozenset({5})))
try:
    s.remove("nope")
except KeyError as e:
    print(repr(e))
try:
    set().pop()
except KeyError as e:
    print(e)
x = {7}
print(x.pop(), x, sorted({1, 2}.copy()), set("hello") == set("ehlo"), sorted(set(range(3))))
s = {1, 2, 3}; s.intersection_update([2, 3, 4]); s.difference_update([2]); s.symmetric_difference_update([3, 5]); print(s); s.clear(); print(s)
print({1, True, 1.0}, {i % 3 for i in range(9)} == {0, 1, 2}, len({(1, 2), (1, 2)}), frozenset([1]) in {frozenset([1])}, {1} in {frozenset([1])})
print(set([1, 2]) == frozenset([2, 1]), hash(frozenset([1, 2])) == hash(frozenset([2, 1])))
try:
    for x in (s := {1, 2}):
        s.add(x + 10)
except RuntimeError as e:
    print(e)
