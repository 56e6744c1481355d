def key(x):
    if x == 2:
        raise ValueError("bad key")
    return x
a = [3, 2, 1]
try:
    a.sort(key=key)
except ValueError as e:
    print(e, a)
b = [3, 1, 2]
def mutate(x):
    b.append(x)
    return x
try:
    b.sort(key=mutate)
except ValueError as e:
    print(e, b)
c = [1, 2, 3]
def look(x):
    return len(c)
c.sort(key=look); print(c)
class NoCmp: pass
try:
    sorted([NoCmp(), NoCmp()])
except TypeError as e:
    print(e)
try:
    sorted([1, None, "a"])
except TypeError as e:
    print(e)
try:
    sorted([1], key=5)
except TypeError as e:
    print(e)
