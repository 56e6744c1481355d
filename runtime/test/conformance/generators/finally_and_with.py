class CM:
    def __enter__(self): print("enter"); return self
    def __exit__(self, *a): print("exit", a[0] and a[0].__name__)
def g():
    with CM():
        try:
            yield 1
            yield 2
        finally:
            print("finally")
loop = g()
for x in loop:
    print(x)
    break
loop.close()
print("after break")
a = g(); next(a); a.close()
b = g(); next(b)
try: b.throw(ValueError("v"))
except ValueError as e: print("out", e)
print(list(g()))
def ret_in_finally():
    try:
        yield 1
    finally:
        return "swallowed"
c = ret_in_finally(); next(c)
try: c.throw(KeyError("gone"))
except StopIteration as e: print(e.value)
def exc_state():
    try:
        raise ValueError("inner")
    except ValueError:
        yield "in except"
        try:
            raise
        except ValueError as e:
            yield f"reraised {e}"
print(list(exc_state()))
