def show(e):
    print(repr(e), "cause", repr(e.__cause__), "context", repr(e.__context__), e.__suppress_context__)
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError("v")
except ValueError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError as z: raise ValueError("v") from z
except ValueError as e: show(e)
try:
    try: 1 / 0
    except ZeroDivisionError: raise ValueError("v") from None
except ValueError as e: show(e)
try: raise ValueError("v") from KeyError("k")
except ValueError as e: show(e)
try: raise ValueError("v") from KeyError
except ValueError as e: show(e)
try:
    try: raise KeyError("1")
    except KeyError:
        try: raise ValueError("2")
        except ValueError: raise TypeError("3")
except TypeError as e:
    show(e); show(e.__context__); show(e.__context__.__context__)
try:
    try: raise KeyError("in try")
    finally: raise ValueError("in finally")
except ValueError as e: show(e)
a = ValueError("self")
try:
    try: raise a
    except ValueError: raise a
except ValueError as e: show(e)
try:
    try: raise KeyError("handled")
    except KeyError: pass
    raise ValueError("fresh")
except ValueError as e: show(e)
e = ValueError(); e.__cause__ = KeyError("c"); show(e)
for bad in (lambda: setattr(e, "__cause__", 5), lambda: setattr(e, "__context__", 5), lambda: setattr(e, "__traceback__", 5)):
    try: bad()
    except TypeError as t: print(t)
