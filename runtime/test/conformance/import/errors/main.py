def attempt(src):
    try:
        exec(src, {"__name__": "__main__"})
        print("ok", src)
    except BaseException as e:
        print(src, "->", type(e).__name__, str(e).split(" (")[0])
attempt("import missing_mod")
attempt("import missing_pkg.sub")
attempt("from missing_mod import x")
attempt("from good import nothing")
attempt("from good import valeu")
attempt("import good.sub")
attempt("from . import x")
attempt("from .rel import x")
attempt("import broken_syntax")
attempt("import raises")
attempt("import raises")
attempt("from good import value as v, other")
attempt("import good as g, also_good")
import sys
print("raises" in sys.modules, "good" in sys.modules, "broken_syntax" in sys.modules)
try:
    import raises
except ValueError as e:
    print("again:", e)
try:
    import broken_syntax
except SyntaxError as e:
    print(e.msg, e.lineno, e.offset, e.text, e.filename.endswith("broken_syntax.py"))
