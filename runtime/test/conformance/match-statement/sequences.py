def f(x):
    match x:
        case []: return "empty"
        case [1]: return "just 1"
        case [x]: return f"one {x}"
        case [1, 2, *rest]: return f"12+{rest}"
        case (a, b): return f"pair {a} {b}"
        case [first, *_, last] if first == last: return f"same ends {first}"
        case [first, *mid, last]: return f"{first}..{mid}..{last}"
        case _: return "no"
for v in ([], [1], [5], [1, 2], [1, 2, 3], (3, 4), [1, 5, 1], [1, 6, 7, 8], "ab", b"ab", range(3), {1: 2}, 5, {1, 2}, iter([1]), bytearray(b"ab")): print(type(v).__name__, f(v))
match [[1, [2, 3]], {"k": (4, 5)}]:
    case [[a, [b, c]], {"k": (d, e)}]: print(a, b, c, d, e)
match 1, 2:
    case 1, x: print("tuple subject", x)
match [1, 2, 3]:
    case [*all]: print(all)
match (1, 2, 3, 4):
    case 1, *rest: print(rest)
class Seq:
    def __len__(self): return 2
    def __getitem__(self, i): return i
match Seq():
    case [a, b]: print("no")
    case _: print("a plain class is not a sequence")
match [1, 1]:
    case [x, y] if x == y: print("equal")
