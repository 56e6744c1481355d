x = "global"
def f():
    x = "enclosing"
    class C:
        print(x)
        x = "class"
        print(x)
        def m(self): return x
        y = [x for _ in range(1)]
        z = [i for i in x]
        lam = lambda: x
    return C
C = f()
print(C().m(), C.y, C.z[:2], C.lam())
class D:
    x = x + "!"
    def m(self): return x
    vals = [1, 2]
    ok = [v for v in vals]
    try:
        bad = [v for v in vals if v in vals]
    except NameError as e:
        print(e)
print(D.x, D().m(), D.ok)
class E:
    global gg
    gg = 5
    def set(self):
        __class__
        return __class__.__name__
print(gg, E().set(), hasattr(E, "gg"))
