import math
class Vec:
    __slots__ = ("x", "y")
    def __init__(self, x=0.0, y=0.0):
        self.x, self.y = x, y
    @classmethod
    def polar(cls, r, deg):
        a = math.radians(deg)
        return cls(r * math.cos(a), r * math.sin(a))
    def __add__(self, o): return Vec(self.x + o.x, self.y + o.y)
    def __sub__(self, o): return Vec(self.x - o.x, self.y - o.y)
    def __mul__(self, k):
        if isinstance(k, Vec):
            return self.x * k.x + self.y * k.y
        return Vec(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __truediv__(self, k): return Vec(self.x / k, self.y / k)
    def __neg__(self): return Vec(-self.x, -self.y)
    def __abs__(self): return math.hypot(self.x, self.y)
    def __eq__(self, o): return isinstance(o, Vec) and (self.x, self.y) == (o.x, o.y)
    def __hash__(self): return hash((self.x, self.y))
    def __iter__(self): yield self.x; yield self.y
    def __getitem__(self, i): return (self.x, self.y)[i]
    def __bool__(self): return self.x != 0 or self.y != 0
    def __repr__(self): return f"Vec({self.x:g}, {self.y:g})"
    def __format__(self, spec): return f"({self.x:{spec or 'g'}}, {self.y:{spec or 'g'}})"
    def normalized(self):
        n = abs(self)
        return self / n if n else Vec()
    def rotated(self, deg):
        a = math.radians(deg); c, s = math.cos(a), math.sin(a)
        return Vec(self.x * c - self.y * s, self.x * s + self.y * c)
    @property
    def length(self): return abs(self)

a, b = Vec(3, 4), Vec(1, -2)
print(a + b, a - b, a * 2, 2 * a, a * b, a / 2, -a, abs(a), a.length)
print(a == Vec(3, 4), a != b, {a: "a"}[Vec(3, 4)], list(a), a[0], a[-1], bool(Vec()), sum([a, b], Vec()))
x, y = a
print(x, y, f"{a:.2f} {b:+.1f} {a}", a.normalized(), Vec().normalized(), f"{a.rotated(90):.3f}", f"{Vec.polar(2, 60):.4f}")
try: a.z = 1
except AttributeError as e: print(e)
a += b; print(a)
try: a + 1
except AttributeError as e: print(e)
try: a * "x"
except TypeError as e: print(type(e).__name__)
class Body:
    def __init__(self, pos, vel, mass): self.pos, self.vel, self.mass = pos, vel, mass
    def step(self, force, dt):
        self.vel += force / self.mass * dt
        self.pos += self.vel * dt
ball = Body(Vec(0, 10), Vec(5, 0), 2.0)
t = 0
while ball.pos.y > 0:
    ball.step(Vec(0, -9.81) * ball.mass, 0.05)
    t += 1
print(t, f"{ball.pos:.3f} {ball.vel:.3f}")
