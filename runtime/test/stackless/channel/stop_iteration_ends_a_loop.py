# source: spec 4.2
import stackless
ch = stackless.channel()


def consumer():
    for v in ch:
        print(v)
    print("loop ended")


stackless.tasklet(consumer)()
stackless.run()
ch.send("x")  # expect: x
ch.send_exception(StopIteration)  # expect: loop ended
