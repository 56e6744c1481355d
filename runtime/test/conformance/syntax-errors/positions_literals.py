# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "1.e", "1e", "0x", "0b2", "0o8", "1_", "1__0", "0_x", "0777", "1.2.3", "'abc", '"abc', "b'é'", "'\\N{nope}'", "'\\u12'", "'\\U00110000'", "b'\\x1'", "f'{'", "f'{}'", "f'}'", "f'{a!}'", "f'{a!q}'", "f'{a b}'",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
