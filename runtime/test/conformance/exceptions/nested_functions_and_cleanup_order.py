log = []
def level(n):
    try:
        log.append(f"enter {n}")
        if n == 3: raise ValueError("deep")
        level(n + 1)
    except KeyError: log.append("wrong")
    finally: log.append(f"leave {n}")
try: level(1)
except ValueError as e: log.append(str(e))
print(log)
def retry(f, times):
    for i in range(times):
        try: return f(i)
        except ValueError as e: last = e; print("retry", i, e)
    raise RuntimeError("gave up") from last
def flaky(i):
    if i < 2: raise ValueError(f"attempt {i}")
    return f"ok {i}"
print(retry(flaky, 5))
try: retry(flaky, 1)
except RuntimeError as e: print(e, "because", e.__cause__)
def gen():
    try: yield 1
    except GeneratorExit: log.append("closed"); raise
g = gen(); next(g); del g
def f():
    try: raise ValueError("v")
    except ValueError as e:
        try: raise TypeError("t") from e
        except TypeError as t: return t.__cause__ is e, t.__context__ is e
print(f())
print([type(x).__name__ for x in (ValueError(), KeyError()) if isinstance(x, LookupError)])
def ex_in_handler():
    try:
        try: raise ValueError("one")
        except ValueError: {}["two"]
    except KeyError as k: return type(k.__context__).__name__
print(ex_in_handler())
