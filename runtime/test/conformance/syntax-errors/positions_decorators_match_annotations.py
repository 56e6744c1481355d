# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "@", "@x", "@x\ny = 1", "match x:\n case", "match x:\n  case 1: pass\n case 2: pass", "match x:\ncase 1: pass", "type X = int", "a = yield = 1", "x: int: str", "x: int = ", "(a, b): int", "[a]: int = 1", "f(): int",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
