# source: spec 5.5, 15.1 watchdog
import stackless


def f():
    for i in range(100):
        x = i + 1
        stackless.schedule()


u, v = stackless.tasklet(f)(), stackless.tasklet(f)()
print(stackless.run(100), u.alive, v.alive)  # expect: None False False
# A tasklet alone in the ring goes to itself, which is no switch and starts no new slice (0.3).
t = stackless.tasklet(f)()
print(stackless.run(100) is t, t.alive)  # expect: True True
