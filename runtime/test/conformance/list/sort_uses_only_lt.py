class N:
    log = 0
    def __init__(self, v, tag): self.v, self.tag = v, tag
    def __lt__(self, o):
        N.log += 1
        return self.v < o.v
    def __repr__(self): return f"{self.v}{self.tag}"
items = [N(v, t) for v, t in zip([2, 1, 2, 1, 3, 0], "abcdef")]
print(sorted(items))
print(sorted(items, reverse=True))
print(min(items), sorted([3, 1, 2], key=lambda x: -x))
n = N.log
sorted([N(i, "") for i in range(8)])
print(N.log - n)
n = N.log
sorted([N(i, "") for i in range(8, 0, -1)])
print(N.log - n)
class Weird:
    def __lt__(self, o): return "yes"
w = [Weird(), Weird()]
print(len(sorted(w)))
