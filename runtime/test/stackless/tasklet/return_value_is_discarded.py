# source: spec 1.6
import stackless
t = stackless.tasklet(lambda: 42)()
print(stackless.run(), t.alive, t.tempval)  # expect: None False None
t = stackless.tasklet(lambda: stackless.bomb(ValueError, ValueError("returned bomb")))()
try:
    stackless.run()
except ValueError as e:
    print("a returned bomb explodes:", e)  # expect: a returned bomb explodes: returned bomb
