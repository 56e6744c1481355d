# source: spec 15.1, trace 1
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)


make("A", 2), make("B", 2), make("C", 2)
stackless.run()
print(*log)
# expect: A0 B0 C0 A1 B1 C1 A. B. C.
