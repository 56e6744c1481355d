# source: spec 1.7, 3.2
import stackless


def f():
    print("in")
    stackless.schedule_remove()
    print("back")


t = stackless.tasklet(f)()
stackless.run()
# expect: in
print(t.alive, t.paused, t.scheduled, t.blocked, stackless.runcount)  # expect: True True False False 1
t.insert()
print(t.paused, t.scheduled, stackless.runcount)  # expect: False True 2
stackless.run()
# expect: back
print(t.alive, t.paused)  # expect: False False
