# source: spec 4.2
import stackless
ch = stackless.channel()


def consumer(name):
    for v in ch:
        print(name, v)
    print(name, "ended")


t = stackless.tasklet(consumer)("c")
stackless.run()
ch.send(1)  # expect: c 1
ch.send(2)  # expect: c 2
print(iter(ch) is ch, ch.balance)  # expect: True -1
ch.close()
print(ch.closing, ch.closed, t.blocked)  # expect: True False True
ch.send(3)
# expect: c 3
# expect: c ended
print(ch.closed, t.alive)  # expect: True False
print(list(ch))  # expect: []
for op in (lambda: ch.send(1), ch.receive):
    try:
        op()
    except ValueError as e:
        print(e)
# expect: Send/receive operation on a closed channel
# expect: Send/receive operation on a closed channel
ch.open()
print(ch.closing, ch.closed)  # expect: False False
