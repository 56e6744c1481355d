# source: spec 4.4
import stackless
ch = stackless.channel()
log = []


def sender(name):
    ch.send(name)
    log.append(name + "!")


for n in "abc":
    stackless.tasklet(sender)(n)
for _ in range(3):
    log.append(ch.receive())
print(log)  # expect: ['a', 'b', 'c']
stackless.run()
print(log)  # expect: ['a', 'b', 'c', 'a!', 'b!', 'c!']
