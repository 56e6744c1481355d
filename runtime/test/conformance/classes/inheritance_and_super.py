class A:
    def __init__(self, a): self.a = a; print("A", a)
    def who(self): return "A"
    def hello(self): return "hello from " + self.who()
class B(A):
    def __init__(self, a, b):
        super().__init__(a)
        self.b = b
        print("B", b)
    def who(self): return "B>" + super().who()
class C(B):
    def who(self): return "C>" + super(C, self).who()
c = C(1, 2)
print(c.hello(), c.a, c.b, A.hello(c), super(C, c).who(), super(B, c).who())
class Static:
    @classmethod
    def make(cls): return cls.__name__
    @staticmethod
    def s(): return "s"
class Sub(Static):
    @classmethod
    def make(cls): return "sub of " + super().make()
    @staticmethod
    def s(): return "sub " + super(Sub, Sub).s()
    @property
    def p(self): return super().s()
print(Sub.make(), Sub.s(), Sub().p, issubclass(Sub, Static))
def bad(): super().x
class E:
    def m(): return super()
    def n(self):
        self = 5
        return super()
for f in (bad, E.m, lambda: super(int), lambda: super(5), E().n, lambda: super(A, 5)):
    try:
        print(repr(f())[:8])
    except Exception as e:
        print(type(e).__name__, e)
try:
    super(C, c).nothing
except AttributeError as e:
    print(e)
