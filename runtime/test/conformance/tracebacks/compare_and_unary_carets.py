def f(a, b):
    return not a.x and -b < (1, 2)
class O: x = 0
f(O(), 5)
