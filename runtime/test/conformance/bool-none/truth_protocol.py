class ByBool:
    def __init__(self, v): self.v = v
    def __bool__(self): return self.v
class ByLen:
    def __init__(self, n): self.n = n
    def __len__(self): return self.n
class Both(ByLen):
    def __bool__(self): return True
print(bool(ByBool(False)), bool(ByLen(0)), bool(ByLen(2)), bool(Both(0)), bool(object()))
if not ByLen(0):
    print("empty is false")
class Bad:
    def __bool__(self): return 1
class BadLen:
    def __len__(self): return -1
class BadLen2:
    def __len__(self): return "x"
for b in (Bad(), BadLen(), BadLen2()):
    try:
        bool(b)
    except Exception as e:
        print(type(e).__name__, e)
class Boom:
    def __bool__(self): raise KeyError("boom")
try:
    if Boom(): pass
except KeyError as e:
    print("caught", e)
while ByLen(0): pass
else: print("while else")
print([x for x in (ByLen(1), ByLen(0)) if x][0].n, ByLen(0) or "fallback", not ByBool(True))
