def attempt(f, *a, **k):
    try:
        print(f(*a, **k))
    except TypeError as e:
        print(e)
def f0(): pass
def f1(a): pass
def f2(a, b): pass
def f3(a, b, c): pass
def fd(a, b=1): pass
def fs(*a): pass
def fk(*, k): pass
def fk2(*, k, l): pass
def fk3(a, *, k, l, m): pass
def fp(a, /): pass
def fp2(a, b, /, c): pass
attempt(f0, 1); attempt(f0, 1, 2); attempt(f0, x=1)
attempt(f1); attempt(f1, 1, 2); attempt(f1, 1, a=2); attempt(f1, b=1)
attempt(f2); attempt(f2, 1); attempt(f2, b=1); attempt(f2, 1, 2, 3)
attempt(f3); attempt(f3, b=1); attempt(f3, 1, 2, 3, 4, 5)
attempt(fd); attempt(fd, 1, 2, 3); attempt(fd, 1, c=1); attempt(fd, b=2)
attempt(fs, x=1)
attempt(fk); attempt(fk, 1); attempt(fk, 1, k=1); attempt(fk, k=1, z=2); attempt(fk2); attempt(fk3, 1); attempt(fk3); attempt(fk2, 1, 2, k=3)
attempt(fp); attempt(fp, a=1); attempt(fp2, 1, b=2, c=3); attempt(fp2, a=1, b=2, c=3)
class C:
    def m(self): pass
    def n(self, a, *, b): pass
    def nope(): pass
    def __init__(self, x=1): pass
attempt(C().m, 1); attempt(C().n); attempt(C().n, 1); attempt(C().nope); attempt(C, 1, 2); attempt(C, y=1); attempt(C.m)
attempt(lambda x: x); attempt((lambda: 0), 1)
