# source: design law 1, spec 5.5
import stackless


class N:
    def __init__(self, v):
        self.v = v

    def __lt__(self, o):
        return self.v < o.v

    def __hash__(self):
        return hash(self.v)

    def __eq__(self, o):
        return self.v == o.v

    def __repr__(self):
        return f"N{self.v}"

    @property
    def p(self):
        return self.v + 1


def work():
    items = [N(v) for v in (3, 1, 2)]
    items.sort()
    out.append(repr(items))
    out.append(sorted(items, key=lambda n: -n.p)[0].v)
    out.append(sum(map(lambda n: n.p, items)))
    out.append({N(1): "one"}[N(1)])
    out.append([x for x in (y * y for y in range(4)) if x])
    try:
        with open_nothing() as f:
            out.append(f)
    except ZeroDivisionError as e:
        out.append(str(e))


class open_nothing:
    def __enter__(self):
        return "entered"

    def __exit__(self, *a):
        1 / 0


out = []
t = stackless.tasklet(work)()
interrupts = 0
while t.alive:
    if stackless.run(1) is t:
        interrupts += 1
        t.insert()
print(*out, sep="; ")  # expect: [N1, N2, N3]; 3; 9; one; [1, 4, 9]; entered; division by zero
# Safepoints are function entries and backward jumps: fewer than one an instruction.
print(interrupts > 30)  # expect: True
