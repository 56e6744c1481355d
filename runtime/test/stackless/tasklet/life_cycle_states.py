# source: spec 3.2
import stackless
ch = stackless.channel()


def show(label, t):
    print(label, t.alive, t.paused, t.scheduled, t.blocked, t.is_current)


def receiver():
    show("current", t)
    stackless.schedule()
    stackless.schedule_remove()
    ch.receive()
    ch.send("value")


t = stackless.tasklet()
show("unbound", t)  # expect: unbound False False False False False
t.bind(receiver)
show("bound", t)  # expect: bound False False False False False
print(t.tempval is receiver)  # expect: True
t.setup()
show("set up", t)  # expect: set up True False True False False
t.remove()
show("removed", t)  # expect: removed True True False False False
t.insert()
show("inserted", t)  # expect: inserted True False True False False
t.run()
# expect: current True False True False True
show("scheduled", t)  # expect: scheduled True False True False False
t.run()
show("schedule_remove", t)  # expect: schedule_remove True True False False False
t.run()
show("receiving", t)  # expect: receiving True False True True False
ch.send(1)
show("sending", t)  # expect: sending True False True True False
print(t.tempval, t._channel is ch)  # expect: value True
print(ch.receive())  # expect: value
show("completed", t)  # expect: completed True False True False False
stackless.run()
show("finished", t)  # expect: finished False False False False False
print(t.tempval, t._channel, t.next, t.prev)  # expect: None None None None
show("main", stackless.main)  # expect: main True False True False True
