# source: spec 15.1, trace 12
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)


def inner():
    log.append("i1")
    stackless.schedule()
    log.append("i2")


def O():
    stackless.tasklet(inner)()
    log.append("o1")
    result = stackless.run()
    log.append(f"o2 {result}")


stackless.tasklet(O)()
make("A", 3)
stackless.run()
log.append("m")
print(*log)
# expect: o1 A0 i1 A1 i2 A2 A. o2 None m
