class P:
    def __init__(self, v): self.v = v
    def __eq__(self, o): return self.v == o.v if isinstance(o, P) else NotImplemented
    def __lt__(self, o): return self.v < o.v if isinstance(o, P) else NotImplemented
    def __le__(self, o): return self.v <= o.v if isinstance(o, P) else NotImplemented
    def __hash__(self): return hash(self.v)
    def __repr__(self): return f"P{self.v}"
a, b = P(1), P(2)
print(a == P(1), a != b, a < b, a <= b, a > b, a >= b, a == 1, a != 1, sorted([b, a]), max(a, b), {a: 1}[P(1)], a in [P(1)])
try: a < 1
except TypeError as e: print(e)
class E:
    def __eq__(self, o): return "truthy"
print(E() == 1, E() != 1, 1 == E(), [E()] == [5], E.__hash__)
try: hash(E())
except TypeError as e: print(e)
class Ne:
    def __ne__(self, o): return "ne!"
n = Ne()
print(n != n, n == n, n == Ne())
class Base:
    def __lt__(self, o): return "Base.lt"
    def __gt__(self, o): return "Base.gt"
class Sub(Base):
    def __gt__(self, o): return "Sub.gt"
print(Base() < Sub(), Sub() < Base(), Base() > Sub())
class All:
    def __init__(self): self.log = []
    def __getattribute__(self, n): return object.__getattribute__(self, n)
    def __ge__(self, o): return ("ge", o)
    def __le__(self, o): return ("le", o)
print(All() >= 1, 1 >= All(), All() <= 2, 2 <= All())
class Chain:
    def __lt__(self, o): print("lt", o); return []
print(Chain() < 1 < undefined_name)
