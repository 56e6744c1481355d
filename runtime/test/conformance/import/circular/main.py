import a
print(a.name, a.b.name, a.get_from_b())
try:
    import c
except ImportError as e:
    print(str(e).split(" (most")[0])
    print("circular import" in str(e))
import sys
print("c" in sys.modules, "d" in sys.modules, sorted(m for m in sys.modules if m in ("a", "b", "c", "d")))
