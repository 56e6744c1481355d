import pkg
import pkg.sub.deep
from pkg import sub, VERSION
from pkg.sub import deep as d, helper
from pkg.shapes import *
print(pkg.VERSION, VERSION, pkg.sub.deep.where, d.where, sub is pkg.sub, helper())
print(Square(3).area(), "hidden" in globals(), "Circle" in globals())
print(pkg.__name__, pkg.sub.__name__, pkg.sub.deep.__name__, pkg.sub.deep.__package__, pkg.__path__ is not None)
import pkg.sub.deep as aliased
print(aliased.up(), aliased is d)
try:
    import pkg.nothing
except ModuleNotFoundError as e:
    print(e, e.name)
try:
    import pkg.shapes.more
except ModuleNotFoundError as e:
    print(e)
try:
    from pkg import absent
except ImportError as e:
    print(str(e).split(" (")[0], e.name)
