# source: spec 4.2
import stackless
import traceback
ch = stackless.channel()


def receiver():
    for _ in range(4):
        try:
            print("got", ch.receive())
        except Exception as e:
            print(type(e).__name__, e.args)


stackless.tasklet(receiver)()
stackless.run()
print(ch.send_exception(ValueError, "a", 1))
print(ch.send_throw(KeyError, "k"))
print(ch.send_throw(OSError("inst")))
ch.send(stackless.bomb(IndexError, IndexError("hand made")))
# expect: ValueError ('a', 1)
# expect: None
# expect: KeyError ('k',)
# expect: None
# expect: OSError ('inst',)
# expect: None
# expect: IndexError ('hand made',)


def origin():
    raise ValueError("with traceback")


def names():
    try:
        ch.receive()
    except ValueError as e:
        print([f.name for f in traceback.extract_tb(e.__traceback__) if f.name in ("names", "origin")])


stackless.tasklet(names)()
stackless.run()
try:
    origin()
except ValueError as e:
    ch.send_throw(ValueError, e, e.__traceback__)
# expect: ['names', 'origin']
