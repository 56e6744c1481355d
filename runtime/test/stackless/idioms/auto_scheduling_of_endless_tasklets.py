# source: spec 15.6, 5.5
import stackless
counts = {}


def spin(name):
    counts[name] = 0
    while True:
        counts[name] += 1


for name in "abc":
    stackless.tasklet(spin)(name)
for frame in range(9):
    victim = stackless.run(300)
    victim.insert()
values = sorted(counts.values())
print(len(counts), values[0] > 20, values[-1] - values[0] < values[0])  # expect: 3 True True
killed = 0
while stackless.runcount > 1:
    # Out of the ring first: a killed member of the ring is followed by its successor, which would spin on.
    stackless.current.next.remove().kill()
    killed += 1
print(killed, stackless.runcount)  # expect: 3 1
