# source: spec 15.1, trace 17
import stackless

ch = stackless.channel()


def callback(channel, tasklet, sending, willblock):
    who = "main" if tasklet is stackless.main else "a"
    print(who, sending, willblock, tasklet.tempval, channel is ch)


stackless.set_channel_callback(callback)
stackless.tasklet(ch.receive)()
stackless.run()
# expect: a 0 1 None True
ch.send(5)
# expect: main 1 0 5 True
stackless.set_channel_callback(None)
