def attempt(src, mode):
    try:
        r = eval(compile(src, "<s>", mode))
        print(repr(src), mode, "ok", r)
    except SyntaxError as e:
        print(repr(src), mode, "->", e.msg, (e.lineno, e.offset))
for src in ("1 + 1", "x = 1", "1; 2", "  1", "1\n", "\n1", "1 2", "", "pass", "(yield)", "lambda: 1\n\n", "[\n1\n]", "1 # c", "*[1]", "a := 1"):
    attempt(src, "eval") if src != "lambda: 1\n\n" else None
for src in ("1 + 1", "x = 1", "x = 1; y = 2", "x = 1\ny = 2", "if 1: pass", "if 1:\n  5", "None", "'a'"):
    attempt(src, "single")
for bad in ("other", 5):
    try: compile("1", "<s>", bad)
    except (ValueError, TypeError) as e: print(e)
try: compile("a\0b", "<s>", "exec")
except (ValueError, SyntaxError) as e: print(type(e).__name__, e)
print(eval("1 +\\\n 2"), eval("(1,\n2)"), eval(b"3 + 4"), eval("x * y", {"x": 3}, {"y": 4}))
ns = {}
exec("a = 1\ndef f(): return a + 1\nb = f()", ns)
print(ns["a"], ns["b"], "__builtins__" in ns)
