def numbers():
    yield 1
    raise ValueError("in generator")
def outer():
    yield from numbers()
for n in outer():
    print(n)
