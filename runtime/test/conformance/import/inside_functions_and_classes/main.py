def f():
    import util
    from util import helper as h
    return util.n, h()
print(f(), "util" in globals())
class C:
    import util as u
    from util import n
    def m(self): return self.u.helper(), self.n
print(C().m())
if True:
    import util
else:
    import missing_entirely
try:
    import missing_entirely
except ImportError:
    missing_entirely = None
print(util.n, missing_entirely)
def g():
    global util2
    import util as util2
g()
print(util2 is util)
