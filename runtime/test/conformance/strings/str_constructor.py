print(str(), str(5), str(b"ab", "utf-8"), str(b"ab"), str([1, "a"]), str(None), str(object=3))
class A:
    def __str__(self): return "A-str"
class B:
    def __repr__(self): return "B-repr"
class C:
    def __str__(self): return 5
print(str(A()), str(B()), f"{A()}{B()!r}", "%s" % B())
for f in (lambda: str(C()), lambda: str("a", "utf-8"), lambda: str(b"\xff", "ascii"), lambda: str(b"\xff", "utf-8")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
class S(str):
    def shout(self): return self.upper() + "!"
s = S("hi")
print(s, s.shout(), type(s).__name__, type(s + "x").__name__, type(s.upper()).__name__, s == "hi", hash(s) == hash("hi"), {s: 1}["hi"])
