# source: spec 3.7, 1.8
import stackless
log = []
ch = stackless.channel()


def worker():
    try:
        stackless.schedule()
    finally:
        log.append("cleanup starts")
        log.append(ch.receive())
        log.append("cleanup ends")


t = stackless.tasklet(worker)()
t.run()
t.kill()
print(t.alive, t.blocked, log)  # expect: True True ['cleanup starts']
ch.send("handed over")
stackless.run()
print(t.alive, log)  # expect: False ['cleanup starts', 'handed over', 'cleanup ends']
