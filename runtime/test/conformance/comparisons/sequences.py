print([1, 2] < [1, 3], [1] < [1, 0], [] < [1], (1, "a") < (1, "b"), [1, 2] == [1, 2.0])
print((1, 2) == [1, 2], "abc" < "abd", "Z" < "a", "" < "a", b"a" < b"b")
print({1, 2} < {1, 2, 3}, {1, 2} <= {1, 2}, {1} > set(), {1, 2} < {2, 3})
print({"a": 1} == {"a": 1.0}, {"a": 1, "b": 2} == {"b": 2, "a": 1}, range(3) == range(0, 3, 1), range(0) == range(5, 5))
for f in (lambda: [1] < (1,), lambda: {} < {}, lambda: [1, "a"] < [1, 2], lambda: None < None, lambda: range(1) < range(2), lambda: 1j < 2j):
    try:
        print(f())
    except TypeError as e:
        print(e)
