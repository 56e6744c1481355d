# source: spec 15.1, channel matrix
import stackless

log = []
ch = stackless.channel()
ch.preference = -1
ch.schedule_all = 1


def R():
    log.append("R?")
    ch.receive()
    log.append("R1")


def S():
    log.append("S?")
    ch.send(1)
    log.append("S!")


def O():
    log.append("O")


for f in (S, R, O):
    stackless.tasklet(f)()
stackless.run()
print(*log)
# expect: S? R? O S! R1
