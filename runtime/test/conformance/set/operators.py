a, b = {1, 2, 3, 4}, {3, 4, 5}
print(sorted(a | b), sorted(a & b), sorted(a - b), sorted(b - a), sorted(a ^ b))
print(a <= b, {3} < a, a >= {1}, a == {4, 3, 2, 1}, a != b, {1} < {1}, {1} <= {1}, set() < {1}, a.isdisjoint({9}), a.issubset(range(9)), a.issuperset([1]))
print(sorted(a.union([9], (10,))), sorted(a.intersection([1, 2], [2, 3])), sorted(a.difference([1], [2])), sorted(a.symmetric_difference([1, 99])))
a |= {9}; a &= {1, 2, 9}; a -= {2}; a ^= {1, 7}
print(sorted(a), len(a), 9 in a, type(a | frozenset([1])).__name__, type(frozenset([1]) | a).__name__)
for f in (lambda: a | [1], lambda: a - (1,), lambda: a < [1], lambda: a + a, lambda: {1} & 5, lambda: {[]}, lambda: hash(a), lambda: a[0]):
    try:
        f()
    except TypeError as e:
        print(e)
