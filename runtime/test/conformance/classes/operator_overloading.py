class V:
    def __init__(self, x, y): self.x, self.y = x, y
    def __repr__(self): return f"V({self.x}, {self.y})"
    def __add__(self, o): return V(self.x + o.x, self.y + o.y) if isinstance(o, V) else NotImplemented
    def __sub__(self, o): return V(self.x - o.x, self.y - o.y)
    def __mul__(self, k): return V(self.x * k, self.y * k)
    __rmul__ = __mul__
    def __truediv__(self, k): return V(self.x / k, self.y / k)
    def __floordiv__(self, k): return V(self.x // k, self.y // k)
    def __mod__(self, k): return V(self.x % k, self.y % k)
    def __divmod__(self, k): return self // k, self % k
    def __pow__(self, k, m=None): return ("pow", k, m)
    def __matmul__(self, o): return self.x * o.x + self.y * o.y
    def __neg__(self): return V(-self.x, -self.y)
    def __pos__(self): return self
    def __invert__(self): return V(self.y, self.x)
    def __abs__(self): return (self.x ** 2 + self.y ** 2) ** 0.5
    def __lshift__(self, n): return ("<<", n)
    def __rshift__(self, n): return (">>", n)
    def __and__(self, o): return "and"
    def __or__(self, o): return "or"
    def __xor__(self, o): return "xor"
    def __round__(self, n=None): return ("round", n)
    def __int__(self): return 7
    def __float__(self): return 1.5
    def __complex__(self): return 1j
    def __index__(self): return 3
a, b = V(3, 4), V(1, 2)
print(a + b, a - b, a * 2, 2 * a, a / 2, a // 2, a % 2, divmod(a, 2), a ** 2, pow(a, 2, 5), a @ b, -a, +a, ~a, abs(a))
print(a << 1, a >> 2, a & b, a | b, a ^ b, round(a), round(a, 1), int(a), float(a), complex(a), [0, 1, 2, 9][a], hex(a), "x" * a, range(a), "abcdef"[a:])
for f in (lambda: a + 1, lambda: 1 + a, lambda: 1 - a, lambda: [1] + a):
    try: print(f())
    except TypeError as e: print(e)
print(sum([a, b], V(0, 0)))
