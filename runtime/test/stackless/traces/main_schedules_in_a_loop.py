# source: spec 15.1, trace 2
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)


make("A", 2), make("B", 2)
while stackless.runcount > 1:
    log.append("m")
    stackless.schedule()
print(*log)
# expect: m A0 B0 m A1 B1 m A. B.
