# source: spec 5.3
import stackless
log = []


def level(n):
    log.append(f"enter {n}")
    if n < 3:
        stackless.tasklet(level)(n + 1)
        stackless.run()
    log.append(f"leave {n}")


stackless.tasklet(level)(1)
stackless.run()
print(*log, sep=", ")  # expect: enter 1, enter 2, enter 3, leave 3, leave 2, leave 1
