# source: spec 4.3
import stackless
ch = stackless.channel()
for v in "ab":
    stackless.tasklet(ch.send)(v)
stackless.run()
ch.close()
print(ch.balance, ch.closing, ch.closed)  # expect: 2 True False
print(list(ch))  # expect: ['a', 'b']
print(ch.balance, ch.closed)  # expect: 0 True
stackless.run()
