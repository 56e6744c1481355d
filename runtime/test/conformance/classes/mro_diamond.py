class Base:
    def __init__(self): print("Base"); self.log = ["Base"]
    def f(self): return ["Base"]
class L(Base):
    def __init__(self): print("L"); super().__init__(); self.log.append("L")
    def f(self): return ["L"] + super().f()
class R(Base):
    def __init__(self): print("R"); super().__init__(); self.log.append("R")
    def f(self): return ["R"] + super().f()
class D(L, R):
    def f(self): return ["D"] + super().f()
d = D()
print(d.log, d.f(), [k.__name__ for k in D.__mro__], [k.__name__ for k in D.mro()])
class X: pass
class Y: pass
class A(X, Y): pass
class B(Y, X): pass
try:
    class Z(A, B): pass
except TypeError as e:
    print(e)
try:
    class Dup(X, X): pass
except TypeError as e:
    print(e)
try:
    class Sub(bool): pass
except TypeError as e:
    print(e)
try:
    class Conflict(int, str): pass
except TypeError as e:
    print(e)
try:
    class NotAType(5): pass
except TypeError as e:
    print(e)
O = object
class P(O): pass
class E(P, O): pass
print([k.__name__ for k in E.__mro__])
try:
    class F(O, P): pass
except TypeError as e:
    print(e)
class Mixin:
    def greet(self): return "mixin " + self.name
class Person(Mixin):
    name = "p"
print(Person().greet(), D.__base__.__name__, [k.__name__ for k in Base.__subclasses__()])
