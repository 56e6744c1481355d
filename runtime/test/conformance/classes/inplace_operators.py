class A:
    def __init__(self, v): self.v = v
    def __iadd__(self, o): self.v += o; print("iadd"); return self
    def __isub__(self, o): return "replaced"
    def __mul__(self, o): print("mul"); return A(self.v * o)
    def __iand__(self, o): return NotImplemented
    def __and__(self, o): return "and"
    def __ior__(self, o): return ("ior", o)
    def __ixor__(self, o): return ("ixor", o)
    def __ilshift__(self, o): return ("ilshift", o)
    def __irshift__(self, o): return ("irshift", o)
    def __imod__(self, o): return ("imod", o)
    def __ipow__(self, o): return ("ipow", o)
    def __ifloordiv__(self, o): return ("ifloordiv", o)
    def __itruediv__(self, o): return ("itruediv", o)
    def __imatmul__(self, o): return ("imatmul", o)
a = b = A(1)
a += 5; print(a is b, a.v); a *= 2; print(a is b, a.v, b.v)
a &= 1; print(a)
a = A(0); a -= 1; print(a)
for op in ("|=", "^=", "<<=", ">>=", "%=", "**=", "//=", "/=", "@="):
    x = A(0)
    exec(f"x {op} 3")
    print(op, x)
class Box:
    def __init__(self): self.d = {}
    def __getitem__(self, k): print("get", k); return self.d.get(k, 0)
    def __setitem__(self, k, v): print("set", k, v); self.d[k] = v
    @property
    def p(self): print("get p"); return 10
    @p.setter
    def p(self, v): print("set p", v)
bx = Box()
bx["k"] += 1; bx["k"] *= 5; bx.p += 3
def idx(): print("idx"); return 0
l = [[1]]
l[idx()] += [2]; print(l)
try: l += 5
except TypeError as e: print(e)
try:
    n = None
    n += 1
except TypeError as e: print(e)
