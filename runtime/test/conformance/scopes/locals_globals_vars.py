def f(a, b=2):
    c = a + b
    return locals()
print(f(1))
g1 = 5
print(globals()["g1"], "g1" in vars(), locals() is globals())
globals()["dyn"] = "made"
print(dyn)
class C:
    x = 1
    l = sorted(k for k in locals() if not k.startswith("__"))
print(C.l, sorted(k for k in vars(C) if not k.startswith("__")))
class P:
    def __init__(self): self.a, self.b = 1, 2
print(vars(P()), P().__dict__)
def h():
    x = 1
    def i():
        x
        return sorted(locals())
    return i(), sorted(locals())
print(h())
try:
    vars(5)
except TypeError as e:
    print(e)
