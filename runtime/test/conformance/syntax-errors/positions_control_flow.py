# Message and position of many errors at once: (line, column) to (line, column) as the exception has them.
SOURCES = [
    "def f():\n  return\n  yield", "class A:\n  return 1", "class A:\n  yield", "def f(a):\n  def g(a, a): pass", "lambda a, a: 0", "def f(*a, a): pass", "def f(a, **a): pass",
    "for x in y:\n  def f():\n    break", "while 1:\n  class A:\n    continue", "if 1:\n  break", "try:\n  pass\nfinally:\n  continue", "for x in y: pass\nelse:\n  break",
]
for src in SOURCES:
    try:
        compile(src, "<s>", "exec")
        print(repr(src), "ok")
    except SyntaxError as e:
        print(repr(src), "->", type(e).__name__, e.msg, (e.lineno, e.offset), (e.end_lineno, e.end_offset))
