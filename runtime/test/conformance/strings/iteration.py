for i, c in enumerate("héy"):
    print(i, c, ord(c))
it = iter("ab")
print(next(it), next(it), next(it, "done"))
a, b, *c = "wxyz"
print(a, b, c, [c + c for c in "ab"], dict(zip("ab", "cd")), {c: "hello".count(c) for c in "helo"})
print(type(iter("a")).__name__, type(iter("é")).__name__)
