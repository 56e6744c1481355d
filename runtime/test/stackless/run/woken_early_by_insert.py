# source: spec 5.4
import stackless
main = stackless.main
log = []


def worker():
    log.append("w1")
    main.insert()
    stackless.schedule()
    log.append("w2")


t = stackless.tasklet(worker)()
print(stackless.run(), t.alive, t.scheduled, log)  # expect: None True True ['w1']
stackless.run()
print(log)  # expect: ['w1', 'w2']
