def f(x: int, y: "forward" = 2) -> "list[int]": return y
print(f.__annotations__, f(1))
v: int = 5
w: str
print(v, __annotations__)
try:
    w
except NameError as e:
    print(e)
class C:
    a: int
    b: str = "x"
    (c): float = 1.0
    def m(self):
        local: undefined_type = 3
        self.attr: int = 4
        return local
print(C.__annotations__, C.b, hasattr(C, "a"), C().m())
def g():
    z: int
    try:
        return z
    except UnboundLocalError as e:
        return str(e)
print(g())
d = {}
d["k"]: print("annotation evaluated") = 1
print(d)
