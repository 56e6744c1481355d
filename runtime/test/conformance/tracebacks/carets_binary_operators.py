x = {"a": 1}
def f(n):
    return (n + 1) * (n - 2) + len("abc") * None
try:
    1 + [2] * (3 - "x")
except TypeError:
    pass
f(3)
