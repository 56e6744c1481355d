import sys
print(sys.getrecursionlimit())
def down(n): return down(n + 1)
for _ in range(3):
    try: down(0)
    except RecursionError as e: print(type(e).__name__, e)
depth = 0
def count():
    global depth
    depth += 1
    count()
try: count()
except RecursionError: print(depth > 900, depth <= 1000)
sys.setrecursionlimit(200)
depth = 0
try: count()
except RecursionError: print(depth > 150, depth <= 200)
sys.setrecursionlimit(1000)
class R:
    def __repr__(self): return repr(self)
    def __eq__(self, o): return self == o
    def __getattr__(self, n): return getattr(self, n + "x")
    def __len__(self): return len(self)
    def __add__(self, o): return self + o
    def __call__(self): return self()
    def __getitem__(self, k): return self[k]
    def __iter__(self): return iter(self)
    def __bool__(self): return bool(self)
    def __hash__(self): return hash(self)
    def __format__(self, s): return format(self, s)
    def __contains__(self, x): return x in self
for f in (lambda: repr(R()), lambda: R() == R(), lambda: R().a, lambda: len(R()), lambda: R() + 1, lambda: R()(), lambda: R()[0], lambda: iter(R()), lambda: bool(R()), lambda: hash(R()), lambda: f"{R()}", lambda: 1 in R()):
    try: f(); print("no error")
    except RecursionError as e: print("RecursionError")
def gen(n): yield from gen(n + 1)
try: list(gen(0))
except RecursionError as e: print("generator", type(e).__name__)
try: sys.setrecursionlimit(0)
except ValueError as e: print(e)
print("alive")
