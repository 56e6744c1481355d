# source: spec 1.8, design law 1
import stackless
ready = stackless.channel()
log = []


def importer():
    import slow
    log.append(slow.value)


t = stackless.tasklet(importer)()
stackless.run()
print(t.blocked, log)  # expect: True []
ready.send("loaded")
stackless.run()
print(log)  # expect: ['LOADED']
import slow
print(slow.value)  # expect: LOADED
