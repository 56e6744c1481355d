x = 10
def f():
    x = 20
    return eval("x"), eval("x", globals()), eval("x", {"x": 30}), eval("x + y", {"x": 1}, {"y": 2})
print(f(), eval("[i * x for i in range(3)]"), eval("lambda a: a + x")(1), eval(" 1 + 1 "), eval(compile("2 * 3", "", "eval")))
exec("y = 5\nfor i in range(2): y += i"); print(y)
d = {}; exec("a = 1; b = [a] * 3", d); print(d["b"], "a" in d)
loc = {}; exec("z = 1; del z; w = 2", {}, loc); print(loc)
exec("def g(n):\n    return n * 2\nclass K:\n    v = 1"); print(g(4), K.v)
code = compile("q = 1\nq + 1", "<c>", "exec"); print(exec(code), q, type(code).__name__, code.co_filename)
print(eval("__import__('sys').maxsize > 1"), eval("None"), exec("pass"), eval("(1, 2)"), eval("{'a': 1}['a']"))
class M(dict):
    def __missing__(self, k): return k.upper() if k != "print" else print
print(eval("a + b", {}, M()))
exec("print(hello)", {}, M(k=1))
for s in ("1 +", "x = 1", "import os", "undefined_name", "1/0", ""):
    try: eval(s)
    except Exception as e: print(repr(s), type(e).__name__, e)
for f in (lambda: eval(5), lambda: exec(5), lambda: eval("1", 5), lambda: exec("1", {}, 5), lambda: eval(), lambda: eval("x", {"__builtins__": {}}), lambda: eval("len('a')", {"__builtins__": {}}), lambda: compile("x")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
def h():
    v = 1
    exec("v = 2")
    return v
print(h())
