class T:
    depth = 0
    def __init__(self, n): self.n = n
    def __enter__(self): T.depth += 1; print("  " * T.depth + "+" + self.n); return self
    def __exit__(self, t, v, tb): print("  " * T.depth + "-" + self.n + (f" ({t.__name__})" if t else "")); T.depth -= 1
def run():
    with T("a"):
        with T("b") as b:
            for i in range(2):
                with T(f"c{i}"):
                    if i: return b.n
print(run(), T.depth)
class Replace:
    def __enter__(self): pass
    def __exit__(self, t, v, tb):
        if t: raise RuntimeError("replaced") from v
try:
    with Replace(): raise ValueError("orig")
except RuntimeError as e: print(e, repr(e.__cause__))
class Lock:
    def __init__(self): self.held = False
    def __enter__(self): assert not self.held; self.held = True
    def __exit__(self, *a): self.held = False
l = Lock()
for i in range(2):
    with l: print(l.held)
print(l.held)
def gen():
    with T("gen"):
        yield 1
        yield 2
for x in gen(): print(x)
class ExitArgs:
    def __enter__(self): return self
    def __exit__(self, *args): self.args = args; return True
with ExitArgs() as ea: raise KeyError("k")
print(ea.args[0].__name__, ea.args[1], len(ea.args)); 
with ExitArgs() as ea: pass
print(ea.args)
lst = []
class Rec:
    def __enter__(self): lst.append("in")
    def __exit__(self, *a): lst.append("out")
with Rec(): lst.append("body")
print(lst)
