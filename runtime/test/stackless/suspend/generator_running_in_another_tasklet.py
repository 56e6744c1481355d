# source: spec 1.8
import stackless
ch = stackless.channel()


def gen():
    yield ch.receive()


g = gen()
stackless.tasklet(lambda: print("first got", next(g)))()


def second():
    try:
        next(g)
    except ValueError as e:
        print(e)


stackless.tasklet(second)()
stackless.run()
# expect: generator already executing
ch.send("value")
stackless.run()
# expect: first got value
