# source: spec 15.1, trace 4
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)


A, B, C = make("A", 1), make("B", 1), make("C", 1)
B.remove()
B.run()
log.append("m")
stackless.run()
print(*log)
# expect: B0 m A0 C0 B. A. C.
