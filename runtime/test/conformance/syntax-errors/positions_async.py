# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "async def f():\n  yield from x", "async def f():\n  return 1\n  yield", "def f():\n  async for x in y: pass", "def f():\n  async with x: pass", "def f():\n  [await x for x in y]", "async def f():\n  [await x for x in y]", "[x async for x in y]",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
