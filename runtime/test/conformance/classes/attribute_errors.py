class C:
    def m(self): pass
    __slots__ = ("s",)
class D:
    x = 1
    @property
    def p(self): return 1
def attempt(f):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
attempt(lambda: C().nope)
attempt(lambda: C.nope)
attempt(lambda: C().s)
attempt(lambda: setattr(C(), "q", 1))
attempt(lambda: D().nope.more)
attempt(lambda: setattr(D(), "p", 2))
attempt(lambda: delattr(D(), "p"))
attempt(lambda: delattr(D(), "x"))
attempt(lambda: delattr(D(), "zz"))
attempt(lambda: delattr(D, "zz"))
attempt(lambda: setattr(5, "x", 1))
attempt(lambda: setattr(int, "x", 1))
attempt(lambda: delattr(list, "append"))
attempt(lambda: (5).nope)
attempt(lambda: "s".nope)
attempt(lambda: [].nope)
attempt(lambda: None.nope)
attempt(lambda: (lambda: 0).nope)
attempt(lambda: len.nope)
attempt(lambda: D.m)
attempt(lambda: getattr(D(), 5))
attempt(lambda: setattr(D(), 5, 5))
attempt(lambda: setattr(object(), "x", 1))
attempt(lambda: setattr([], "x", 1))
attempt(lambda: D().x.y)
try:
    D().missing
except AttributeError as e:
    print(e.name, type(e.obj).__name__)
