import ns.one
from ns import two
print(ns.one.v, two.v, len(list(ns.__path__)), getattr(ns, "__file__", None))
import __main__
print(__main__.__name__, hasattr(__main__, "ns"), __main__.__dict__ is globals())
import sys
print(sys.modules["__main__"] is __main__, sys.modules["ns.one"] is ns.one, len(sys.argv), sys.argv[0])
