class Color:
    RED = 1; GREEN = 2
    class Deep: BLUE = 3
def f(c):
    match c:
        case Color.RED: return "red"
        case Color.GREEN | Color.Deep.BLUE: return "green or blue"
        case (4 | 5) as n: return f"n={n}"
        case [("a" | "b") as k, (int() | float()) as v]: return f"{k}:{v}"
        case [x] | (x, _) | {"x": x}: return f"x={x}"
        case (str() as s) if s.isupper(): return f"upper {s}"
for v in (1, 2, 3, 4, 5, ["a", 1.5], [9], (7, 8), {"x": 6}, "ABC", "abc"): print(v, f(v))
def say(x): print("guard", x); return False
match 1:
    case 1 if say("a"): print("no")
    case 1 | 2 if say("b"): print("no")
    case n if not say(n): print("yes", n)
print(n)
match [1, [2, 3]]:
    case [a, [b, c] as inner] as whole: print(a, b, c, inner, whole)
def subject(): print("subject once"); return 3
match subject():
    case 1: pass
    case 2: pass
    case 3: print("three")
for src in ("match x:\n case a | b: pass", "match x:\n case [a] | [b]: pass", "match x:\n case a: pass\n case b: pass", "match x:\n case [a, a]: pass", "match x:\n case [*a, *b]: pass", "match x:\n case _ as _: pass", "match x:\n case 1 as a.b: pass", "match x:\n case P(x=1, x=2): pass", "match x:\n case -a: pass", "match x:\n case P(a=1, 2): pass", "match x:\n case 1 + 1: pass", "match x:\n case _:\n  pass\n case _: pass", "match x:\n case f'a': pass"):
    try: compile(src, "<s>", "exec"); print("ok")
    except SyntaxError as e: print(e.msg)
