SOURCE = """
# window
[window]
width = 800
height= 600
title = "My Game = fun"   # trailing
full = no
[ keys ]
jump = space, w
left = a
empty =
[bad
speed 5
[player]
pos = (1.5, -2)
tags = [fast, "very tall", 3]
"""
def scalar(s):
    s = s.strip()
    if s[:1] == s[-1:] == '"' and len(s) > 1: return s[1:-1]
    for conv in (int, float):
        try: return conv(s)
        except ValueError: pass
    return {"yes": True, "no": False, "": None}.get(s.lower(), s)
def value(s):
    if s.startswith("(") and s.endswith(")"): return tuple(map(scalar, s[1:-1].split(",")))
    if s.startswith("[") and s.endswith("]"): return [scalar(x) for x in s[1:-1].split(",")]
    if "," in s and '"' not in s: return [scalar(x) for x in s.split(",")]
    return scalar(s)
def strip_comment(line):
    quoted = False
    for i, c in enumerate(line):
        if c == '"': quoted = not quoted
        elif c == "#" and not quoted: return line[:i]
    return line
def parse(text):
    data, section, errors = {}, None, []
    for no, raw in enumerate(text.splitlines(), 1):
        line = strip_comment(raw).strip()
        if not line: continue
        if line[0] == "[" and "=" not in line:
            if line[-1] != "]": errors.append(f"line {no}: unclosed section {line!r}"); continue
            section = data.setdefault(line[1:-1].strip(), {})
        else:
            k, eq, v = line.partition("=")
            if not eq: errors.append(f"line {no}: expected '=' in {line!r}"); continue
            section[k.strip()] = value(v.strip())
    return data, errors
data, errors = parse(SOURCE)
for name, sec in data.items(): print(name, sec)
print(*errors, sep="\n")
def dump(v, indent=0):
    pad = "  " * indent
    if isinstance(v, dict): return "{\n" + "".join(f"{pad}  {k!r}: {dump(x, indent + 1)},\n" for k, x in v.items()) + pad + "}"
    if isinstance(v, (list, tuple)): return type(v).__name__ + "(" + ", ".join(dump(x, indent) for x in v) + ")"
    return repr(v)
text = dump(data)
print(text)
print(eval(text, {"tuple": lambda *a: a, "list": lambda *a: list(a)}) == data)
