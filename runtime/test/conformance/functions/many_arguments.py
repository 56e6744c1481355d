def f(*args, **kw): return len(args), len(kw), args[-1] if args else None
print(f(*range(300)), f(**{f"k{i}": i for i in range(100)}))
src = "def g(" + ", ".join(f"a{i}={i}" for i in range(120)) + "): return a0 + a119"
exec(src)
print(g(), g(1), g(a119=0))
print(f(*[1] * 3, *(2, 3), **{"a": 1}, **dict.fromkeys("bcd")))
def h(a, b, c, d, e, f, g): return a * 1000000 + g
print(h(1, 2, 3, 4, 5, 6, 7), h(g=1, f=2, e=3, d=4, c=5, b=6, a=7), h(*range(7)))
