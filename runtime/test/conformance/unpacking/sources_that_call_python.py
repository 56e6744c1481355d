# Unpacking the value of an operation that is Python code: properties, __getitem__, operators.
class Source:
    def __init__(self, items):
        self.items = items

    @property
    def both(self):
        return self.items[0], self.items[1]

    def __getattr__(self, name):
        return name, len(name)

    def __getitem__(self, key):
        return [key] * key

    def __add__(self, other):
        return iter((self.items, other))


def main():
    s = Source([1, 2])
    for _ in range(3):
        a, b = s.both
        c, d = s.missing
        e, *f, g = s[4]
        h, i = s + 'more'
        (j, k), [l, m] = s.both, s.both
        print(a, b, c, d, e, f, g, h, i, j, k, l, m)
    for bad in (lambda: s[1], lambda: s[3]):
        try:
            x, y = bad()
        except ValueError as error:
            print(error)
    try:
        x, y = s[5]
    except ValueError as error:
        print(error)
    try:
        x, y, *z = s[1]
    except ValueError as error:
        print(error)


main()
