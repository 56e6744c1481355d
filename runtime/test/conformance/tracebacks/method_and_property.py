class A:
    @property
    def p(self):
        return self.q
    @property
    def q(self):
        return self.missing_attr
    def __add__(self, other):
        return self.p
A() + 1
