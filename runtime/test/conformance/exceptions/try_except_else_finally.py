def run(action):
    log = []
    try:
        log.append("try")
        action()
    except ValueError as e:
        log.append(f"value {e}")
    except (KeyError, IndexError) as e:
        log.append(f"lookup {type(e).__name__}")
    except Exception:
        log.append("other")
    else:
        log.append("else")
    finally:
        log.append("finally")
    return log
print(run(lambda: None), run(lambda: int("x")), run(lambda: {}["k"]), run(lambda: [][0]), run(lambda: 1 / 0))
def only_finally():
    try: return "returned"
    finally: print("cleanup")
print(only_finally())
try:
    try: raise KeyError("inner")
    finally: print("inner finally")
except KeyError as e: print("outer", e)
try:
    try: raise ValueError("a")
    except TypeError: print("no")
except ValueError as e: print("passed through", e)
try:
    try: pass
    except: print("no")
    else: raise ValueError("from else")
except ValueError as e: print(e)
try: raise SystemExit(3)
except Exception: print("no")
except BaseException as e: print(type(e).__name__, e.code)
