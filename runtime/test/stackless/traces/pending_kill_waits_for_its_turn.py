# source: spec 15.1, trace 9
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


A, B, C = [stackless.tasklet(P)(n) for n in "ABC"]
stackless.schedule()
A.kill(pending=True)
log.append("m")
stackless.run()
print(*log)
# expect: A B C m Ak B2 C2
