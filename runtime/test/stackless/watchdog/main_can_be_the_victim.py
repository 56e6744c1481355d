# source: spec 5.6, 5.4
import stackless
ch = stackless.channel()
log = []


def runner():
    victim = stackless.run(300)
    log.append(victim is stackless.main)
    victim.insert()


stackless.tasklet(runner)()
stackless.schedule()
n = 0
while not log and n < 100000:
    n += 1
print(log, 0 < n < 1000)  # expect: [True] True
