def counter(start=0):
    n = start
    def inc(by=1):
        nonlocal n
        n += by
        return n
    def get(): return n
    return inc, get
inc, get = counter(10)
inc(); inc(5)
print(get(), counter()[1]())
fs = [lambda: i for i in range(3)]
print([f() for f in fs])
fs = [lambda i=i: i for i in range(3)]
print([f() for f in fs])
def make():
    fs = []
    for i in range(3):
        def f(): return i
        fs.append(f)
    i = "changed"
    return fs
print([f() for f in make()])
def adder(n): return lambda x: x + n
print(adder(2)(3), (lambda f: f(f))(lambda f: 1), adder(1).__closure__[0].cell_contents, inc.__code__.co_freevars)
def deep():
    a = 1
    def b():
        def c():
            def d(): return a
            return d
        return c
    return b
print(deep()()()())
def late():
    def use(): return later
    later = "bound later"
    return use()
print(late())
