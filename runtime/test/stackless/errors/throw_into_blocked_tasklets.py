# source: spec 3.7, 4.5
import stackless
ch = stackless.channel()


def receiver():
    try:
        ch.receive()
    except ValueError as e:
        print("receiver", e, ch.balance)


def sender():
    try:
        ch.send("lost")
    except ValueError as e:
        print("sender", e, ch.balance)


r = stackless.tasklet(receiver)()
stackless.run()
print(ch.balance)  # expect: -1
r.throw(ValueError, "v1")  # expect: receiver v1 0
s = stackless.tasklet(sender)()
stackless.run()
print(ch.balance, s.tempval)  # expect: 1 lost
s.throw(ValueError, "v2", pending=True)
print(ch.balance, s.blocked, s.scheduled)  # expect: 0 False True
s.throw(ValueError, "v3", pending=True)
stackless.run()  # expect: sender v3 0
print(r.alive, s.alive, ch.queue)  # expect: False False None
