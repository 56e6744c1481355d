# source: spec 15.1, trace 14
import stackless

log = []
ch = stackless.channel()


def R(name):
    ch.receive()
    log.append(name + "!")


receivers = [stackless.tasklet(R)(n) for n in "ABC"]
stackless.run()


receivers[1].kill()
print(ch.balance)
ch.send(None)
ch.send(None)
print(*log)
# expect: -2
# expect: A! C!
