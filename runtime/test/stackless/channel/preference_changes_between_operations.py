# source: spec 4.3, 4.4
import stackless
log = []
ch = stackless.channel()


def receiver():
    while True:
        log.append(ch.receive())


stackless.tasklet(receiver)()
stackless.run()
for preference in (-1, 0, 1):
    ch.preference = preference
    ch.send(f"p{preference}")
    log.append("m")
    stackless.run()
print(log)  # expect: ['p-1', 'm', 'm', 'p0', 'm', 'p1']
ch.preference, ch.schedule_all = -1, True
ch.send("all")
log.append("after")
print(log[6:])  # expect: ['all', 'after']
