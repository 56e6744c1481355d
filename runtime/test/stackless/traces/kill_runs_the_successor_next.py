# source: spec 15.1, trace 8
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
A.kill()
log.append("m")
print(*log)
print(A.alive, B.alive, C.alive, stackless.runcount)
# expect: A B C Ak B2 C2 m
# expect: False False False 1
