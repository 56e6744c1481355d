def nothing(): pass
def bare(): return
def multi(): return 1, "a"
def nested():
    def inner(): return "inner"
    return inner
def after():
    return 1
    print("never")
print(nothing(), bare(), multi(), nested()(), after())
def early(x):
    if x: return "early"
    for i in range(3):
        for j in range(3):
            if i * j == 2: return i, j
print(early(1), early(0))
def star(): return *[1, 2], 3
def cond(x): return "yes" if x else None
def doc(): "just a docstring"
print(star(), cond(0), doc(), doc.__doc__)
x = nothing() or multi()[1]
print(x, (lambda: ())())
