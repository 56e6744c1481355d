g = 1
def f():
    global g, new
    g += 1
    new = "made"
f(); f()
print(g, new)
def outer():
    x = 0
    def inner():
        nonlocal x
        x += 1
        def innermost():
            nonlocal x
            x *= 10
        innermost()
        return x
    print(inner(), inner(), x)
outer()
def shadow():
    g = "local"
    def reader():
        global g
        return g
    return g, reader()
print(shadow())
def mixed():
    def set_it():
        global late
        late = 5
    set_it()
    return late
print(mixed(), late, "late" in globals())
