# source: spec 5.5, 15.1 watchdog
import stackless
log = []


def long():
    n = 0
    for i in range(500):
        n += i
    log.append(f"t done {n}")


def U():
    log.append("U0")
    stackless.schedule()
    log.append("U.")


t = stackless.tasklet(long)()
u = stackless.tasklet(U)()
print(stackless.run(100, soft=True))  # expect: None
print(log, t.alive, u.scheduled, stackless.runcount)  # expect: ['t done 124750'] False True 2
stackless.run()
print(log)  # expect: ['t done 124750', 'U0', 'U.']
