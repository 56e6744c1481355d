class A:
    def __repr__(self): return "A()"
class B:
    def __str__(self): return "b-str"
    def __repr__(self): return "b-repr"
class C:
    def __repr__(self): return 5
class D:
    def __repr__(self): raise ValueError("repr failed")
print(A(), str(A()), [A()], {"k": B()}, (B(),), f"{B()} {B()!r} {B()!s}", "%s %r" % (B(), B()), "{} {!r}".format(B(), B()))
for f in (lambda: repr(C()), lambda: str(C()), lambda: [D()].__repr__(), lambda: print(C())):
    try: f()
    except Exception as e: print(type(e).__name__, e)
class E: pass
print(repr(E()).startswith("<__main__.E object at 0x"), E, [E], E.__name__)
class F:
    class G: pass
print(F.G, F.G.__qualname__)
def f():
    class Local: pass
    return Local
print(f(), type("Dyn", (), {}), int, list, type(None), type(f), type, object, Exception, type(len), type([].append), type(...))
class S(str):
    def __repr__(self): return "S!" + super().__repr__()
    def __str__(self): return "S str"
print(S("x"), [S("x")], S("a") + "b", f"{S('q')}", f"{S('q')!r}", "".join([S("j")]))
