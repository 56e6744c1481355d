# source: spec 5.5, 15.1 watchdog
import stackless


def f():
    for i in range(100):
        x = i + 1
        stackless.schedule()


u, v = stackless.tasklet(f)(), stackless.tasklet(f)()
victim = stackless.run(100, totaltimeout=True)
print(victim in (u, v), victim.alive, victim.paused, stackless.runcount)  # expect: True True True 2
victim.insert()
print(stackless.run(100, soft=True, totaltimeout=True), stackless.runcount)  # expect: None 3
stackless.run()
print(u.alive, v.alive)  # expect: False False
