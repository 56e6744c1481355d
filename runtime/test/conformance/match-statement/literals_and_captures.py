def f(x):
    match x:
        case 0: return "zero"
        case 1 | 2 | 3: return "small"
        case -1: return "minus one"
        case 1.5: return "float"
        case "a" | "b": return "ab"
        case b"x": return "bytes"
        case None: return "none"
        case True: return "true"
        case 1 + 2j: return "complex"
        case -2.5 | 3 - 1j: return "neg"
        case str(): return "other str"
        case n if n == 100: return "guard"
        case other: return f"other {other}"
for v in (0, 1, 3, -1, 1.5, "a", b"x", None, True, False, 1 + 2j, -2.5, "zzz", 100, 50, [1], 1.0, 3 - 1j): print(repr(v), f(v))
def g(x):
    match x:
        case _: return "wildcard"
print(g(1))
def h(x):
    match x:
        case 1: return "one"
    return "fell through"
print(h(2))
match 5:
    case n: pass
print(n)
match = 3; case = 4; print(match + case)
match (match):
    case 3: print("soft keyword")
print(match, [match], {match: case})
type_ = lambda match: match
print(type_(1))
