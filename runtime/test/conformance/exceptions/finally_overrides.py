def a():
    try: return 1
    finally: return 2
def b():
    try: raise ValueError
    finally: return "swallowed"
def c():
    x = 1
    try: return x
    finally: x = 2
def d():
    for i in range(3):
        try: return i
        finally: continue
    return "loop ended"
def e():
    while True:
        try: 1 / 0
        finally: break
    return "broke out"
def f():
    try:
        try: raise ValueError("first")
        finally: raise KeyError("second")
    except KeyError as k:
        return repr(k.__context__)
def g():
    try: return "try"
    except: return "except"
    else: return "else"
    finally: print("g finally")
def h():
    l = []
    try:
        try: l.append(1); return l
        finally: l.append(2)
    finally: l.append(3)
def i():
    try:
        return [print("evaluating"), 1][1]
    finally: print("then finally")
for fn in (a, b, c, d, e, f, g, h, i): print(fn.__name__, fn())
