# source: spec 6.4, 5.3
import stackless
ch = stackless.channel()
t = stackless.tasklet(ch.receive)()
u = stackless.tasklet(stackless.channel().receive)()
print(stackless.run(), t.blocked, u.blocked)  # expect: None True True
