# source: spec 5.2, 5.6, 15.1 watchdog
import stackless


def spin():
    while True:
        pass


t = stackless.tasklet(spin)()
u = stackless.tasklet(spin)()
victim = stackless.run(100)
print(victim is t, t.alive, t.paused, t.scheduled, t.tempval, u.scheduled, stackless.runcount)
# expect: True True True False None True 2
t.insert()
print(stackless.run(100) is u, u.paused, t.scheduled, stackless.runcount)  # expect: True True True 2
t.kill()
u.kill()
print(t.alive, u.alive, stackless.runcount)  # expect: False False 1
