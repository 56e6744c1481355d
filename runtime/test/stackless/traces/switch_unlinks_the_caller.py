# source: spec 15.1, trace 5
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)


A, B = make("A", 1), make("B", 1)
B.switch()
log.append("m")
print(*log)
# expect: B0 A0 B. A. m
