class T:
    def __int__(self): return 7
class I:
    def __index__(self): return 8
class F:
    def __float__(self): return 1.25
class Tr:
    def __trunc__(self): return 9
print(int(), int("42"), int(" -7 "), int("1_000"), int("ff", 16), int("0b11", 0), int("z", 36), int(3.99), int(-3.99), int(True), int(T()), int(I()), int("0x1F", 16), int("٣"), int(b"12"), int("+5"), int("-0"), int("00012"), int("0o17", 0), int(x) if (x := "5") else 0)
print(float(), float("1.5"), float(3), float(F()), float(I()), float("  1e3  "), float(True), float("-inf"), float(b"2.5"), float("1_0.5"), bool("0"), bool(0.0), bool(T()))
for f in (lambda: int("x"), lambda: int(""), lambda: int("1.5"), lambda: int(None), lambda: int([]), lambda: int("12", 2), lambda: int("1", 1), lambda: int("1", 37), lambda: int(5, 10), lambda: int("_1"), lambda: int("1__0"), lambda: int("0x"), lambda: int("08", 0), lambda: int(F()), lambda: float("x"), lambda: float(None), lambda: float("1.5.2"), lambda: int("5", "10"), lambda: int("a\0"), lambda: float(T()), lambda: bool(1, 2), lambda: int(1j), lambda: int("9" * 5 + "!"), lambda: int(base=10)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
class BadInt:
    def __int__(self): return "x"
class BadFloat:
    def __float__(self): return 1
for f in (lambda: int(BadInt()), lambda: float(BadFloat())):
    try: print(f())
    except TypeError as e: print(e)
