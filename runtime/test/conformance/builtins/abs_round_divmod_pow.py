class N:
    def __abs__(self): return "abs!"
    def __divmod__(self, o): return ("dm", o)
    def __rdivmod__(self, o): return ("rdm", o)
    def __pow__(self, o, m=None): return ("pow", o, m)
    def __rpow__(self, o): return ("rpow", o)
    def __round__(self, *a): return ("round", a)
print(abs(-5), abs(-2.5), abs(True), abs(3 - 4j), abs(N()), abs(-10 ** 30), abs(-0.0))
print(divmod(7, 3), divmod(-7, 3), divmod(7.5, 2), divmod(N(), 1), divmod(1, N()), divmod(10 ** 20, 7))
print(pow(2, 5), pow(2, 5, 7), pow(2, -2), pow(2.0, 3), pow(N(), 2), pow(N(), 2, 3), pow(2, N()), pow(base=3, exp=2), pow(3, 2, mod=5), pow(0, 0), pow(-1, 5))
print(round(2.5), round(-3.567, 1), round(N()), round(N(), 2), round(12345, -2), round(number=1.55, ndigits=1), round(True), round(1e20), round(0.1 + 0.2, 10))
for f in (lambda: abs("a"), lambda: abs(), lambda: divmod(1), lambda: divmod("a", 1), lambda: pow("a", 2), lambda: pow(2, 3, 1.5), lambda: pow(2.0, 3, 5), lambda: round("a"), lambda: round(1.5, "a"), lambda: round(1.5, 1.0), lambda: pow(0, -1)):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
