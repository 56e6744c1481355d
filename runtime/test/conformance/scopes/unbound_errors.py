def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e, getattr(e, "name", "?"))
def a(): print(x); x = 1
def b():
    if False: y = 1
    return y
def c():
    def inner(): return z
    inner()
    z = 1
def d(): return nothing_here
def e():
    for q in []: pass
    print(q)
def f():
    try: 1 / 0
    except ZeroDivisionError as err: pass
    print(err)
def g():
    n = 1
    def h():
        nonlocal n
        del n
    h()
    return n
def i(): del w; w = 1
for fn in (a, b, c, d, e, f, g, i): attempt(fn)
