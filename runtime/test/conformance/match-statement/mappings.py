def f(x):
    match x:
        case {"type": "move", "dx": int(dx), "dy": int(dy)}: return f"move {dx} {dy}"
        case {"type": "say", "text": str(t), **rest}: return f"say {t} {rest}"
        case {"a": {"b": [x, _]}}: return f"nested {x}"
        case {1: one, None: n, False: t}: return "odd keys"
        case {"k": None}: return "k none"
        case {"only": _}: return "only"
        case {}: return "any mapping"
        case _: return "no"
for v in ({"type": "move", "dx": 1, "dy": 2, "extra": 0}, {"type": "move", "dx": "1", "dy": 2}, {"type": "say", "text": "hi"}, {"type": "say", "text": "hi", "to": "x"}, {"a": {"b": [9, 8]}}, {"k": None}, {"k": 0}, {"only": 5}, {}, [], "s"): print(f(v))
class D(dict):
    def __missing__(self, k): return "made"
match D():
    case {"x": v}: print("no", v)
    case _: print("missing is not used")
match {"x": 1}:
    case {**all}: print(all)
key = "dyn"
class K: A = "a-key"
match {"a-key": 5}:
    case {K.A: v}: print(v)
for src in ("match x:\n case {**r, 'a': 1}: pass", "match x:\n case {'a': 1, 'a': 2}: pass", "match x:\n case {a: 1}: pass", "match x:\n case {**_}: pass"):
    try: compile(src, "<s>", "exec"); print("ok")
    except SyntaxError as e: print(e.msg)
