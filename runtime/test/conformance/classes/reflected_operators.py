class L:
    def __add__(self, o): print("L.add"); return NotImplemented
    def __sub__(self, o): return "L.sub"
class R:
    def __radd__(self, o): print("R.radd"); return "R.radd"
    def __rsub__(self, o): return "R.rsub"
    def __rmul__(self, o): return ("rmul", o)
    def __rtruediv__(self, o): return ("rtruediv", o)
    def __rfloordiv__(self, o): return ("rfloordiv", o)
    def __rmod__(self, o): return ("rmod", o)
    def __rdivmod__(self, o): return ("rdivmod", o)
    def __rpow__(self, o): return ("rpow", o)
    def __rlshift__(self, o): return ("rlshift", o)
    def __rrshift__(self, o): return ("rrshift", o)
    def __rand__(self, o): return ("rand", o)
    def __ror__(self, o): return ("ror", o)
    def __rxor__(self, o): return ("rxor", o)
    def __rmatmul__(self, o): return ("rmatmul", o)
r = R()
print(L() + r, L() - r, 5 - r, 5 + r)
print(2 * r, 2 / r, 2 // r, 2 % r, divmod(2, r), 2 ** r, 2 << r, 2 >> r, 2 & r, 2 | r, 2 ^ r, 2 @ r, [1] * r, "a" * r, (1,) + r, "%s" % 1)
class Base:
    def __add__(self, o): return "Base.add"
    def __radd__(self, o): return "Base.radd"
class Derived(Base):
    def __radd__(self, o): return "Derived.radd"
class Same(Base): pass
print(Base() + Derived(), Derived() + Base(), Base() + Base(), Base() + Same(), 1 + Same())
class N:
    def __add__(self, o): return NotImplemented
    def __radd__(self, o): print("not tried for same type"); return NotImplemented
try: N() + N()
except TypeError as e: print(e)
class I(int):
    def __radd__(self, o): return "I.radd"
    def __rsub__(self, o): return "I.rsub"
print(1 + I(2), 1 - I(2), I(2) - 1, I(2) * 3)
class Raises:
    def __add__(self, o): raise ValueError("from add")
try: Raises() + 1
except ValueError as e: print(e)
