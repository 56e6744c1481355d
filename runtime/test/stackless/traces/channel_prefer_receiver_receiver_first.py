# source: spec 15.1, channel matrix
import stackless

log = []
ch = stackless.channel()
ch.preference = -1
ch.schedule_all = 0


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


for f in (R, S, O):
    stackless.tasklet(f)()
stackless.run()
print(*log)
# expect: R? S? R1 O S!
