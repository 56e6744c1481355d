# source: spec 10.2
import stackless
log = []
ch = stackless.channel()
stackless.set_channel_callback(lambda c, t, sending, willblock: log.append((sending, willblock, t.tempval)))
stackless.tasklet(ch.send)("s")
stackless.run()
print(ch.receive())  # expect: s
stackless.tasklet(ch.receive)()
stackless.run()
ch.send("x")
stackless.set_channel_callback(None)
stackless.run()
print(log)  # expect: [(1, 1, 's'), (0, 0, None), (0, 1, None), (1, 0, 'x')]
