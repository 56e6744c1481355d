print("before")
class C:
    print("in body", __name__, __qualname__, __module__)
    x = 1
    for i in range(3):
        x += i
    if x > 3:
        def m(self): return "big"
    else:
        def m(self): return "small"
    vals = [i * 2 for i in range(3)]
    try:
        1 / 0
    except ZeroDivisionError as e:
        err = str(e)
    class Inner:
        y = "inner"
    def f(n): return n + 100
    z = f(1)
    del f
    locals()["dynamic"] = 5
print(C.x, C().m(), C.vals, C.err, C.Inner.y, C.z, hasattr(C, "f"), C.i, C.dynamic, hasattr(C, "e"))
try:
    class Fails:
        a = 1
        raise ValueError("in body")
except ValueError as e: print(e)
print("Fails" in globals())
def make(n):
    class K:
        v = n
        def get(self): return n, self.v
    return K
print(make(1)().get(), make(2)().get())
C.x, C.y = 10, 20
print(C.x, C.y, [k for k in C.__dict__ if not k.startswith("__")])
