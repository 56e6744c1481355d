def run(exc):
    try:
        try: raise exc
        except* ValueError as eg: print("V", repr(eg))
        except* (TypeError, KeyError) as eg: print("TK", repr(eg))
        else: print("else")
        finally: print("finally")
    except BaseException as e: print("left", repr(e))
run(ExceptionGroup("a", [ValueError(1), TypeError(2)]))
run(ExceptionGroup("b", [ValueError(1), OSError(2), ExceptionGroup("c", [KeyError(3), ValueError(4)])]))
run(ValueError("naked"))
run(OSError("other"))
run(ExceptionGroup("d", [KeyError("k")]))
try:
    try: pass
    except* ValueError: print("no")
    else: print("else ran")
finally: print("done")
try:
    try: raise ExceptionGroup("e", [ValueError(1), TypeError(2)])
    except* ValueError: raise KeyError("new")
except BaseException as e: print(repr(e), repr(e.exceptions))
try:
    try: raise ExceptionGroup("f", [ValueError(1)])
    except* ValueError as eg: raise
except BaseException as e: print(repr(e))
try:
    try: raise ValueError(1)
    except* ExceptionGroup: pass
except TypeError as e: print(e)
for src in ("try: pass\nexcept* A: pass\nexcept B: pass", "try: pass\nexcept*: pass", "def f():\n try: pass\n except* A: return", "for x in y:\n try: pass\n except* A: break"):
    try: compile(src, "<s>", "exec"); print("ok")
    except SyntaxError as e: print(e.msg)
