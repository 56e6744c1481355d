def attempt(exc, types):
    try:
        try: raise exc
        except types as e: print("matched", repr(e))
    except BaseException as e: print("not matched", type(e).__name__, e)
attempt(KeyError("k"), LookupError)
attempt(KeyError("k"), (ValueError, KeyError))
attempt(KeyError("k"), ())
attempt(ZeroDivisionError(), ArithmeticError)
attempt(OSError(2, "no file"), FileNotFoundError)
attempt(KeyError("k"), 5)
attempt(KeyError("k"), (ValueError, "x"))
attempt(ValueError("not tried"), (ValueError, "x"))
attempt(UnicodeDecodeError("a", b"b", 0, 1, "r"), ValueError)
attempt(StopIteration(1), Exception)
attempt(GeneratorExit(), Exception)
attempt(KeyboardInterrupt(), BaseException)
def expr():
    print("evaluated")
    return ValueError
try: raise ValueError("x")
except expr() as e: print(e)
try: pass
except expr(): pass
class MyE(ValueError, KeyError): pass
for t in (ValueError, KeyError, LookupError, TypeError): attempt(MyE("m"), t)
print([c.__name__ for c in MyE.__mro__])
