class Point(tuple):
    __slots__ = ()
    def __new__(cls, x, y): return tuple.__new__(cls, (x, y))
    x = property(lambda self: self[0])
    y = property(lambda self: self[1])
    def __add__(self, o): return Point(self.x + o.x, self.y + o.y)
    def __repr__(self): return f"Point({self.x}, {self.y})"
p = Point(1, 2) + Point(3, 4)
print(p, p.x, p[1], p == (4, 6), hash(p) == hash((4, 6)), {p: 1}[(4, 6)], tuple(p), type(p[:]).__name__, len(p), *p)
try:
    p.z = 1
except AttributeError as e:
    print(e)
x, y = p
print(x, y, isinstance(p, tuple), p < Point(4, 7))
