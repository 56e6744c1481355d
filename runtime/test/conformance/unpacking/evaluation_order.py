def n(x):
    print("eval", x)
    return x
d = {}
d[n("k1")], d[n("k2")] = n("v1"), n("v2")
print(d)
d[n("a")] = d[n("b")] = n("v")
i = 0
lst = [0, 1, 2]
i, lst[i] = 1, "x"
print(i, lst)
lst[n(1)] += n("y")
print(lst)
def gen():
    for x in range(3):
        print("yield", x)
        yield x
a, *b = gen()
print(a, b)
x, y = (yield_ for yield_ in (1, 2))
print(x, y)
