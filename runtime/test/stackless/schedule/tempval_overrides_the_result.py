# source: spec 15.1 return values, 2.4
import stackless


def f():
    print(stackless.schedule(7))
    print(stackless.schedule_remove(8))


t = stackless.tasklet(f)()
stackless.schedule()
print(t.tempval)  # expect: 7
t.tempval = "over"
stackless.run()
# expect: over
print(t.paused, t.tempval)  # expect: True 8
t.tempval = "again"
t.run()
# expect: again
print(t.tempval)  # expect: None
stackless.current.tempval = "mine"
print(stackless.tasklet(lambda: None)().run())  # expect: mine
