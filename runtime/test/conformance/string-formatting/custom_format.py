class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __format__(self, spec):
        if spec == "polar": return "polar!"
        return f"<{format(self.x, spec)}, {format(self.y, spec)}>"
v = V(1.5, 2.25)
print(f"{v}", f"{v:.2f}", f"{v:polar}", "{:.1f}".format(v), format(v), format(v, ">6"))
class Bad:
    def __format__(self, spec): return 5
try:
    f"{Bad()}"
except TypeError as e:
    print(e)
class Plain:
    def __str__(self): return "plain"
print(f"{Plain()}", f"{Plain()!s:>8}", format(Plain(), ""))
try:
    f"{Plain():>8}"
except TypeError as e:
    print(e)
class Sub(int): pass
class SubS(str):
    def __format__(self, spec): return "subs:" + spec
print(f"{Sub(5):03}", f"{SubS('x'):q}", "%s" % SubS("y"))
