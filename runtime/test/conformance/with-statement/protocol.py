class CM:
    def __init__(self, n, swallow=False): self.n, self.swallow = n, swallow
    def __enter__(self): print("enter", self.n); return self.n * 2
    def __exit__(self, t, v, tb): print("exit", self.n, t and t.__name__, v, tb is not None); return self.swallow
with CM(1) as x: print("body", x)
with CM(1) as a, CM(2) as b: print(a, b)
with (CM(1) as a, CM(2), CM(3) as c,): print(a, c)
with CM(1), CM(2, True): raise ValueError("swallowed by 2")
try:
    with CM(1), CM(2): raise ValueError("passes")
except ValueError as e: print(e)
with CM(1, True):
    with CM(2): 1 / 0
    print("not reached")
print("after")
d = {}
with CM(5) as d["k"]: pass
with CM((1, 2)) as (p, q, *r): print(p, q, r)
print(d)
def f():
    with CM("ret"): return "value"
print(f())
for i in range(3):
    with CM(i):
        if i == 0: continue
        break
n = 1
with CM("t") if n else CM("f"): pass
with (CM("paren")): pass
with (CM("x"), CM("y")): print("two")
