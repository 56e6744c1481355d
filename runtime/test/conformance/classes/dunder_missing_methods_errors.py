class E: pass
def attempt(f):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
e = E()
attempt(lambda: e + e)
attempt(lambda: e < e)
attempt(lambda: -e)
attempt(lambda: len(e))
attempt(lambda: e[0])
attempt(lambda: e())
attempt(lambda: 1 in e)
attempt(lambda: [*e])
attempt(lambda: int(e))
attempt(lambda: float(e))
attempt(lambda: abs(e))
attempt(lambda: round(e))
attempt(lambda: [1][e])
attempt(lambda: "a" * e)
attempt(lambda: range(e))
attempt(lambda: next(e))
attempt(lambda: reversed(e))
attempt(lambda: bytes(e))
attempt(lambda: complex(e))
attempt(lambda: divmod(e, 1))
attempt(lambda: e ** 2)
attempt(lambda: e @ e)
attempt(lambda: f"{e:5}")
attempt(lambda: hex(e))
attempt(lambda: sum([e]))
attempt(lambda: sorted([e, e]))
attempt(lambda: max(e, e))
attempt(lambda: {**e})
attempt(lambda: dict(e))
attempt(lambda: isinstance(1, e))
attempt(lambda: chr(e))
attempt(lambda: "%d" % e)
attempt(lambda: E + E)
attempt(lambda: E[0])
attempt(lambda: E < E)
attempt(lambda: E.x)
attempt(lambda: setattr(e, "__class__", 1))
def f():
    e[0] = 1
attempt(f)
def g():
    del e[0]
attempt(g)
def h():
    with e: pass
attempt(h)
def i():
    global e2
    e2 = E()
    e2 += 1
attempt(i)
def j():
    for _ in e: pass
attempt(j)
def k():
    a, b = e
attempt(k)
def l():
    raise e
attempt(l)
