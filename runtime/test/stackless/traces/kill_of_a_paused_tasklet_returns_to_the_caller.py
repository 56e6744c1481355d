# source: spec 15.1, trace 10
import stackless

log = []


def P(name):
    log.append(name)
    try:
        stackless.schedule()
        log.append(name + "2")
    except TaskletExit:
        log.append(name + "k")
        raise


def W0():
    log.append("A.")


p = stackless.tasklet(P)("P")
p.run()
p.remove()
stackless.tasklet(W0)()
p.kill()
log.append("m")
stackless.run()
print(*log)
# expect: P Pk m A.
