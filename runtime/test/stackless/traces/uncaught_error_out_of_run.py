# source: spec 15.1, trace 6
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
try:
    stackless.run()
except ValueError as e:
    print("caught", e)
    log.append(f"rc={stackless.runcount}")
stackless.run()
print(*log)
# expect: caught from X
# expect: A0 X rc=3 B0 A. B.
