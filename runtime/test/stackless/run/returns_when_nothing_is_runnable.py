# source: spec 5.3
import stackless
ch = stackless.channel()
print(stackless.run(), stackless.run(timeout=100), stackless.run(0, False, False))  # expect: None None None
t = stackless.tasklet(ch.receive)()
u = stackless.tasklet(lambda: stackless.schedule_remove())()
print(stackless.run(), t.blocked, u.paused, stackless.runcount)  # expect: None True True 1
stackless.current.tempval = "kept out of run"
print(stackless.run())  # expect: None
