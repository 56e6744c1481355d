# source: spec 15.1, trace 3
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
B.run()
log.append("m")
stackless.run()
print(*log)
# expect: B0 C0 m A0 B. C. A.
