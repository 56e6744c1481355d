print()
print("a", "b", 3, None, [1])
print("a", "b", sep="")
print("a", "b", sep="-", end="!\n")
print("x", end=""); print("y", end=" "); print("z")
print(*range(4), sep=", ")
print("a", sep=None, end=None)
print("tab\tnl\\n", "multi\nline", sep="|")
import sys
print("to stdout", file=sys.stdout)
class W:
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
    def flush(self): self.parts.append("<flush>")
w = W()
print("a", 1, file=w); print("b", file=w, flush=True, end=""); print(w.parts)
class S:
    def __str__(self): return "from str"
print(S(), [S].__len__(), str(S()) + "!")
for f in (lambda: print("a", sep=5), lambda: print("a", end=5), lambda: print(file=5), lambda: print("a", foo=1)):
    try: f()
    except Exception as e: print(type(e).__name__, e)
print("é日本😀", "end")
print(flush=True)
sys.stdout.write("written\n"); print(print("inner"))
