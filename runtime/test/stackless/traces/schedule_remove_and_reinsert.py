# source: spec 15.1, trace 11
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)


def R():
    log.append("r1")
    stackless.schedule_remove()
    log.append("r2")


r = stackless.tasklet(R)()


def I():
    log.append("i")
    r.insert()


stackless.tasklet(I)()
make("Z", 0)
stackless.run()
print(*log)
# expect: r1 i Z. r2
