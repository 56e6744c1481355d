# source: spec 3.7
import stackless


def f():
    print("never runs")


t = stackless.tasklet(f)()
try:
    t.throw(IndexError, "at once")
except IndexError as e:
    print("main got", e)  # expect: main got at once
print(t.alive, stackless.runcount)  # expect: False 1
t = stackless.tasklet(f)()
t.throw(IndexError, "later", pending=True)
print(t.alive, t.scheduled)  # expect: True True
try:
    stackless.run()
except IndexError as e:
    print("main got", e)  # expect: main got later
t = stackless.tasklet(f)()
t.kill()
print(t.alive)  # expect: False
t = stackless.tasklet(f, ())
t.kill(pending=True)
print(t.scheduled, t.paused)  # expect: True False
stackless.run()
print(t.alive)  # expect: False
