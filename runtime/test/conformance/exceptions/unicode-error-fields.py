# The fields of Unicode errors take odd values; the message copes with them. Traceback objects, exception __dict__.
from types import TracebackType


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


def fresh():
    return UnicodeEncodeError("a", "b\u1234d", 1, 2, "c")


e = fresh()
e.object = 3
attempt(lambda: (str(e), e.object))
e = fresh()
del e.object
attempt(lambda: (str(e), e.object))
for name in ("start", "end"):
    e = fresh()
    attempt(lambda: setattr(e, name, "a"))
    attempt(lambda: delattr(e, name))
    attempt(lambda: setattr(e, name, 2**100))
    setattr(e, name, -1)
    attempt(lambda: (getattr(e, name), str(e)))
for name in ("reason", "encoding"):
    e = fresh()
    delattr(e, name)
    attempt(lambda: (getattr(e, name), str(e)))
e = UnicodeDecodeError("a", b"bd", 1, 2, "c")
e.object = b""
attempt(lambda: str(e))
e = UnicodeTranslateError("bd", 1, 2, "c")
e.object = b"a"
attempt(lambda: (str(e), e.encoding))

try:
    1 / 0
except ZeroDivisionError as error:
    tb = error.__traceback__
    for args in ((), (None, 1, 0, 5), (None, tb.tb_frame, "a", 5)):
        attempt(lambda: TracebackType(*args))
    attempt(lambda: setattr(tb, "tb_next", 1))
    attempt(lambda: delattr(error, "__dict__"))

attempt(lambda: __import__("types").SimpleNamespace(1))
attempt(lambda: zip([1], strict=True, x=1))
attempt(lambda: eval("1", []))
Cell = __import__("types").CellType
attempt(lambda: (Cell(1) == Cell(1), Cell() < Cell(1), Cell(2) > Cell(1), Cell() == Cell(), Cell() == 1))
namespace = {}
exec("class A:\n  class U: pass", namespace)
print(namespace["A"].U, repr(namespace["A"].U())[:10])
