# source: spec 5.4
import stackless
ch = stackless.channel()
log = []


def child(n):
    log.append(n)
    stackless.schedule()
    log.append(n + "2")


def worker():
    stackless.tasklet(child)("a")
    stackless.tasklet(child)("b")
    log.append(f"run {stackless.run()}")
    ch.send("from worker")


stackless.tasklet(worker)()
log.append(ch.receive())
print(log)  # expect: ['a', 'b', 'a2', 'b2', 'run None', 'from worker']
