"""Runs before anything is measured: every kind of operation on every kind of value, so that what V8 has learned about the interpreter is
what it would know in the middle of a game and not what one small loop would teach it.
"""
bm_params = (300,)


class Vector:
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x = x
        self.y = y

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y)

    def __eq__(self, other):
        return isinstance(other, Vector) and (self.x, self.y) == (other.x, other.y)

    def __hash__(self):
        return hash((self.x, self.y))

    def __getitem__(self, i):
        return (self.x, self.y)[i]


class Node:
    count = 0

    def __init__(self, value, *rest, **named):
        self.value = value
        Node.count += 1
        for name in named:
            setattr(self, name, named[name])

    @property
    def double(self):
        return self.value * 2

    @classmethod
    def make(cls, value):
        return cls(value, tag=value)

    @staticmethod
    def plain(value):
        return value


class Leaf(Node):
    def __init__(self, value):
        super().__init__(value, left=None)
        self.extra = [value]


def values():
    yield from (1, 2.5, 'three', 4 + 0j, None, True, 10**20, (1, 2), [3], {4: 5}, b'six')


def mixed(n):
    seen = {}
    total = 0
    for i in range(n):
        for a, b in ((i, 3), (i + 0.5, 2.0), (10**18 + i, 10**17), (True, i + 1), (-i, 7.0)):
            total = a + b
            total = a - b
            total = a * b
            total = a / b
            total = a // b
            total = a % b
            seen[a] = b
            if a < b or a == b:
                total = -a
        for a, b in (('a', 'b'), ([1], [2]), ((1,), (2,)), (b'a', b'b')):
            total = a + b
            total = a * 2
            total = a[0]
            total = a[-1:]
            if a != b and b in (a, b):
                total = len(a)
        v = Vector(i, 1) + Vector(1.5, i)
        seen[v] = seen.get(v, 0)
        total = v[0]
    return len(seen)


def objects(n):
    nodes = []
    for i in range(n):
        for make in (Node, Leaf, Node.make, Node.plain, lambda value: value):
            node = make(i)
            nodes.append(node)
            try:
                nodes.append(node.double + node.value)
                nodes.append(node.tag)
            except AttributeError:
                pass
    return len(nodes)


def iterate(n):
    out = []
    for source in (range(n), [1.5] * n, 'x' * n, {i: i for i in range(n)}, {1, 2, 3}, (i for i in range(n)), values(), b'xyz'):
        for item in source:
            out.append(item)
    return len(out) + sum(x * x for x in range(n)) + len([y for y in out if not y])


def run(n):
    return mixed(n), objects(n), iterate(n) > 0


def result(n):
    return run(n)
