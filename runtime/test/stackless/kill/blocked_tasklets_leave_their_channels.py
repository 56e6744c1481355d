# source: spec 4.5
import stackless
ch = stackless.channel()
ts = [stackless.tasklet(ch.send)(i) for i in range(3)]
stackless.run()
print(ch.balance)  # expect: 3
ts[1].kill()
print(ch.balance, ts[1].alive, ts[1].blocked)  # expect: 2 False False
ts[0].kill(pending=True)
print(ch.balance, ts[0].blocked, ts[0].scheduled)  # expect: 1 False True
print(ch.receive())  # expect: 2
stackless.run()
print(ch.balance, [t.alive for t in ts])  # expect: 0 [False, False, False]
