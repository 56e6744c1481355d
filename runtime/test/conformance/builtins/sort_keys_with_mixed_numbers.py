print(sorted([3, 1.5, True, 0, -2.5, 10 ** 20, float("inf"), float("-inf"), 2]))
print(sorted(["10", "9", "1", "100"]), sorted(["10", "9", "1"], key=int), sorted([(2, "a"), (1, "z"), (2, "A")]))
print(sorted([0.0, -0.0, 0]), sorted(["b", "", "a", "ab", "B", "é", "z"]), sorted([b"b", b"a"]), sorted([[], [0], [-1]]), sorted([(), (0,), (0, 0)]))
data = [("bob", 25), ("al", 30), ("cy", 25), ("di", 30)]
print(sorted(data, key=lambda p: (-p[1], p[0])), sorted(data, key=lambda p: p[1]), sorted(data, key=lambda p: p[1], reverse=True))
from functools import cmp_to_key
print(sorted([5, 2, 8], key=cmp_to_key(lambda a, b: b - a)), sorted("hello", key="olleh".index))
import random
vals = [(i * 7919) % 101 for i in range(100)]
print(sorted(vals) == list(range(1, 101)) or sorted(vals)[:5], sorted(vals, reverse=True)[:5], sorted(vals, key=lambda v: v % 10)[:12])
s = sorted(range(100), key=lambda i: i % 7)
print([s[i] for i in range(0, 100, 9)], all(s[i] % 7 <= s[i + 1] % 7 for i in range(99)))
