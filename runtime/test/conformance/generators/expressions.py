squares = (x * x for x in range(5))
print(next(squares), sum(squares), sum(x for x in range(5) if x % 2), type(squares).__name__, squares.__name__)
print(list((i, j) for i in range(3) for j in range(i)), dict((k, v) for k, v in [("a", 1)]), set(x % 2 for x in range(5)), any(x > 3 for x in range(5)), all(x for x in []))
def n(x):
    print("eval", x)
    return x
g = (n(i) for i in n([1, 2]))
print("created")
print(list(g))
try:
    g = (x for x in 5)
except TypeError as e:
    print(e)
lazy = (1 / x for x in (1, 0))
print(next(lazy))
try:
    next(lazy)
except ZeroDivisionError as e:
    print(e)
print(list(lazy), ",".join(str(c) for c in (y for y in range(3))), sorted((x for x in "bca"), reverse=True))
a = [1, 2, 3]
g = (x for x in a)
a = [9]
print(list(g))
print(len([0 for _ in range(3)]), max((len(w), w) for w in ["a", "ccc", "bb"]))
