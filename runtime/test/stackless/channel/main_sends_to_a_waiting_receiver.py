# source: spec 4.3, 4.4
import stackless
ch = stackless.channel()
log = []


def receiver():
    while True:
        log.append(ch.receive())


def other():
    log.append("other")


t = stackless.tasklet(receiver)()
stackless.run()
stackless.tasklet(other)()
ch.send("a")
log.append("m")
ch.send("b")
print(log, ch.balance, t.blocked)  # expect: ['a', 'other', 'm', 'b'] -1 True
