def f():
    pass
print(f(), f() is None, repr(None), bool(None), type(None).__name__)
for g in (lambda: None + 1, lambda: None.x, lambda n=None: n(), lambda n=None: n[0], lambda: len(None), lambda: iter(None), lambda: None < 1, lambda: int(None)):
    try:
        g()
    except Exception as e:
        print(type(e).__name__, e)
print(None == 0, None == False, {None: 1}[None], hash(None) == hash(None))
