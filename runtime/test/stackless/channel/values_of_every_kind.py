# source: spec 4.2
import stackless
ch = stackless.channel()
got = []
stackless.tasklet(lambda: [got.append(ch.receive()) for _ in range(6)])()
stackless.run()
x = [1]
for v in (None, 0, x, (1, 2), ch, ValueError("a plain value")):
    ch.send(v)
print(got[:2], got[2] is x, got[3], got[4] is ch, repr(got[5]))
# expect: [None, 0] True (1, 2) True ValueError('a plain value')
