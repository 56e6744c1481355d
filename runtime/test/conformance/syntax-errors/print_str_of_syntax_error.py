import sys
for src in ("x = (", "def f(:\n pass", "  a", "if x:\npass", "a = 'b", "ä b"):
    try:
        compile(src, "level.py", "exec")
    except SyntaxError as e:
        print(str(e), "|", type(e).__name__, e.filename, e.lineno, repr(e.text))
        sys.excepthook(type(e), e, None)
