class Key:
    def __init__(self, v): self.v = v
    def __hash__(self):
        print("hash", self.v)
        return self.v % 4
    def __eq__(self, o):
        print("eq", self.v, o.v)
        return isinstance(o, Key) and self.v == o.v
    def __repr__(self): return f"K{self.v}"
a, b, c = Key(1), Key(5), Key(1)
d = {a: "a"}
d[b] = "b"
print(d[c], d[a], c in d, len(d))
del d[c]
print(d)
d.update({b: "B"})
print(d.get(Key(9), "none"), d.pop(b), d.setdefault(a, 0))
class NoHash:
    __hash__ = None
class EqOnly:
    def __eq__(self, o): return True
for x in (NoHash(), EqOnly()):
    try:
        {x: 1}
    except TypeError as e:
        print(e)
class BadHash:
    def __hash__(self): return "x"
try:
    {BadHash(): 1}
except TypeError as e:
    print(e)
class Raises:
    def __hash__(self): return 7
    def __eq__(self, o): raise ValueError("eq failed")
r = Raises()
d = {r: 1}
print(d[r])
try:
    d[Raises()]
except ValueError as e:
    print(e)
