class P:
    __match_args__ = ("x", "y")
    def __init__(self, x, y): self.x, self.y = x, y
class Circle:
    def __init__(self, c, r): self.c, self.r = c, r
def f(s):
    match s:
        case P(0, 0): return "origin"
        case P(x, 0): return f"on x axis {x}"
        case P(x=0, y=yy): return f"on y axis {yy}"
        case P(x, y) if x == y: return "diagonal"
        case P(): return "point"
        case Circle(c=P(x=cx), r=r): return f"circle {cx} {r}"
        case int(n) if n > 10: return f"big {n}"
        case bool(): return "bool"
        case int() | float() as num: return f"num {num}"
        case str(s): return f"str {s}"
        case [P() as p, *_]: return f"list of points {p.x}"
        case dict(d): return f"dict {len(d)}"
        case tuple((a, b)): return f"tuple {a}"
        case type(): return "a type"
        case _: return "?"
for v in (P(0, 0), P(5, 0), P(0, 7), P(3, 3), P(1, 2), Circle(P(9, 0), 2), Circle(5, 2), 50, True, 3, 2.5, "t", [P(8, 8)], {1: 1}, (4, 5), int, None): print(f(v))
class NoArgs: pass
def attempt(f):
    try: print(f())
    except TypeError as e: print(e)
def a():
    match NoArgs():
        case NoArgs(1): return "no"
def b():
    match P(1, 2):
        case P(1, 2, 3): return "no"
def c():
    match P(1, 2):
        case P(1, x=1): return "no"
class BadMA:
    __match_args__ = "xy"
def d():
    match BadMA():
        case BadMA(1): return "no"
not_a_class = 5
def e():
    match 5:
        case not_a_class(): return "no"
def g():
    match 5:
        case int(1, 2): return "no"
def h():
    match NoArgs():
        case NoArgs(missing=1): return "no"
        case _: return "no such attribute"
for fn in (a, b, c, d, e, g, h): attempt(fn)
