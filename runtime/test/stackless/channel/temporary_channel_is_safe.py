# source: spec 1.8
import stackless


def f():
    stackless.channel().receive()
    print("never")


t = stackless.tasklet(f)()
stackless.run()
print(t.blocked, t.alive, t._channel.balance)  # expect: True True -1
t.kill()
print(t.alive)  # expect: False
