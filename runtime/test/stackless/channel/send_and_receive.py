# source: spec 4.2, 4.3
import stackless
ch = stackless.channel()
print(ch.balance, ch.preference, ch.schedule_all, ch.queue, ch.closing, ch.closed)  # expect: 0 -1 0 None False False


def producer():
    for i in range(3):
        print("sending", i)
        print("sent", ch.send(i))


def consumer():
    for _ in range(3):
        print("received", ch.receive())


stackless.tasklet(producer)()
stackless.tasklet(consumer)()
stackless.run()
# expect: sending 0
# expect: received 0
# expect: sent None
# expect: sending 1
# expect: received 1
# expect: sent None
# expect: sending 2
# expect: received 2
# expect: sent None
print(ch.balance)  # expect: 0
