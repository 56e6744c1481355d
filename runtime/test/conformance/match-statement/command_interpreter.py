def execute(cmd, state):
    match cmd.split():
        case ["go", ("north" | "south" | "east" | "west") as d]:
            state["pos"] = d
            return f"went {d}"
        case ["go", other]: return f"cannot go {other}"
        case ["take", *items] if items:
            state["inv"].extend(items)
            return f"took {', '.join(items)}"
        case ["drop", item] if item in state["inv"]:
            state["inv"].remove(item)
            return f"dropped {item}"
        case ["drop", _]: return "you do not have that"
        case ["look"] | ["l"]: return str(state)
        case []: return "say something"
        case [verb, *_]: return f"do not know how to {verb}"
s = {"pos": "start", "inv": []}
for c in ("go north", "go up", "take lamp key", "take", "drop key", "drop key", "l", "", "dance wildly"): print(">", c, "->", execute(c, s))
def ev(node):
    match node:
        case ("num", n): return n
        case ("add", l, r): return ev(l) + ev(r)
        case ("mul", l, r): return ev(l) * ev(r)
        case ("neg", x): return -ev(x)
        case ("if", c, t, f): return ev(t) if ev(c) else ev(f)
        case (op, *args): raise ValueError(f"bad op {op} with {len(args)}")
print(ev(("add", ("num", 2), ("mul", ("num", 3), ("neg", ("num", 4))))), ev(("if", ("num", 0), ("num", 1), ("num", 2))))
try: ev(("pow", 1, 2))
except ValueError as e: print(e)
