class A: pass
a = A()
print(hash(a) == hash(a), a == a, a == A(), {a: 1}[a], isinstance(hash(a), int))
class K:
    def __init__(self, n): self.n = n
    def __eq__(self, o): return isinstance(o, K) and self.n == o.n
    def __hash__(self): return hash(("K", self.n))
print(len({K(1), K(1), K(2)}), {K(1): "x"}[K(1)], K(3) in {K(3)}, hash(K(1)) == hash(K(1)))
class Sub(K): pass
class SubEq(K):
    def __eq__(self, o): return True
print(hash(Sub(1)) == hash(K(1)), SubEq.__hash__)
class Big:
    def __hash__(self): return 2 ** 100
class Neg:
    def __hash__(self): return -1
class BoolH:
    def __hash__(self): return True
print(hash(Big()) == hash(2 ** 100), hash(Neg()), hash(BoolH()))
class Mut:
    def __init__(self, v): self.v = v
    def __hash__(self): return self.v
    def __eq__(self, o): return self.v == o.v
m = Mut(1); s = {m}
m.v = 2
print(m in s, Mut(1) in s, len(s))
for bad in ([], {}, set(), bytearray(), slice(1)):
    try: hash(bad)
    except TypeError as e: print(e)
print(hash(1) == hash(1.0) == hash(True) == hash(1 + 0j), hash(None) == hash(None), hash("a") == hash("a"), hash(()) == hash(tuple()), hash(range(3)) == hash(range(3)))
