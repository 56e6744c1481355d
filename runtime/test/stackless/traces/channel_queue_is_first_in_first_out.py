# source: spec 15.1, trace 13
import stackless

log = []
ch = stackless.channel()


def R(name):
    ch.receive()
    log.append(name + "!")


receivers = [stackless.tasklet(R)(n) for n in "ABC"]
stackless.run()


print(ch.balance, ch.queue is receivers[0])
for i in range(3):
    ch.send(None)
    log.append(f"m{i}")
print(*log)
print(ch.balance, ch.queue)
# expect: -3 True
# expect: A! m0 B! m1 C! m2
# expect: 0 None
