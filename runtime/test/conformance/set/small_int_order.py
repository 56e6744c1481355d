print({3, 1, 2}, {5, 0, 7}, set(range(10)), {1, 2} | {0}, {9, 1, 17}, set([8, 0, 16]))
print(list({4, 3, 2, 1, 0}), {i * i for i in range(6)}, frozenset([3, 2, 1]), {-1, -2, 0}, set(range(5)) - {2})
s = {1, 2, 3}
s.discard(1); s.add(1); s.add(100)
print(s, s.pop(), s)
