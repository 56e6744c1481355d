# source: spec 6.4
import stackless
a, b = stackless.channel(), stackless.channel()
t = stackless.tasklet(b.receive)()
try:
    a.receive()
except RuntimeError as e:
    print(e)  # expect: Deadlock: the last runnable tasklet cannot be blocked.
print(t.alive, a.balance, b.balance)  # expect: False 0 0
