# source: spec 15.1, trace 7
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)


make("A", 1)


def X():
    log.append("X")
    raise ValueError("from X")


stackless.tasklet(X)()
make("B", 1)
while stackless.runcount > 1:
    log.append("m")
    try:
        stackless.schedule()
    except ValueError:
        log.append(f"rc={stackless.runcount}")
print(*log)
# expect: m A0 X rc=3 m A. B0 m B.
