import lazy
print(lazy.real, lazy.computed, lazy.computed)
try:
    lazy.nope
except AttributeError as e:
    print(e)
from lazy import from_import
print(from_import, dir(lazy))
import sys
m = sys.modules["lazy"]
del sys.modules["lazy"]
import lazy as again
print(again is m, again.real)
sys.modules["fake"] = 5
import fake
print(fake)
sys.modules["blocked"] = None
try:
    import blocked
except ModuleNotFoundError as e:
    print(e)
try:
    m.undefined = 1; del m.undefined; del m.undefined
except AttributeError as e:
    print(e)
print(__import__("lazy") is again, __import__("lazy", fromlist=["real"]).real)
print(__import__("lazy") is again)
