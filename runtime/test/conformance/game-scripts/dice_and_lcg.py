class LCG:
    def __init__(self, seed): self.s = seed & 0xFFFFFFFF
    def next(self):
        self.s = (self.s * 1664525 + 1013904223) & 0xFFFFFFFF
        return self.s
    def roll(self, n, sides): return [1 + (self.next() >> 16) % sides for _ in range(n)]
    def random(self): return self.next() / 2 ** 32
    def shuffle(self, a):
        for i in range(len(a) - 1, 0, -1):
            j = self.next() % (i + 1)
            a[i], a[j] = a[j], a[i]
        return a
    def choice(self, weighted):
        r = self.random() * sum(weighted.values())
        for k, w in weighted.items():
            r -= w
            if r < 0: return k
def parse(spec):
    n, _, rest = spec.partition("d")
    for op in "+-":
        if op in rest:
            sides, mod = rest.split(op)
            return int(n or 1), int(sides), int(op + mod)
    return int(n or 1), int(rest), 0
r = LCG(42)
for spec in ("d6", "3d6", "2d10+5", "4d4-2", "d20"):
    n, sides, mod = parse(spec)
    rolls = r.roll(n, sides)
    print(f"{spec:>7}: {rolls} {mod:+d} = {sum(rolls) + mod}")
hist = {}
for _ in range(600):
    t = sum(r.roll(2, 6)); hist[t] = hist.get(t, 0) + 1
for t in sorted(hist): print(f"{t:2} {hist[t]:3} {'#' * (hist[t] // 5)}")
deck = [f"{v}{s}" for s in "shdc" for v in "A23456789TJQK"]
print(" ".join(r.shuffle(deck)[:10]), len(set(deck)))
loot = {"common": 70, "rare": 25, "epic": 5}
got = [r.choice(loot) for _ in range(200)]
print({k: got.count(k) for k in loot}, f"{r.random():.6f}")
def xorshift(x):
    while True:
        x ^= x << 13 & 0xFFFFFFFFFFFFFFFF; x ^= x >> 7; x ^= x << 17 & 0xFFFFFFFFFFFFFFFF
        yield x
g = xorshift(88172645463325252)
print([next(g) for _ in range(3)])
h = 2166136261
for b in b"stackless": h = (h ^ b) * 16777619 & 0xFFFFFFFF
print(hex(h))
