# source: spec 6.6
import stackless
import sys


def state():
    return sys.exc_info()[0] and sys.exc_info()[0].__name__


def handler(name, exc):
    try:
        raise exc
    except Exception:
        print(name, state())
        stackless.schedule()
        print(name, state())
        try:
            raise
        except Exception as e:
            print(name, "reraised", repr(e))
    print(name, state())


stackless.tasklet(handler)("a", ValueError("va"))
stackless.tasklet(handler)("b", KeyError("kb"))
stackless.run()
# expect: a ValueError
# expect: b KeyError
# expect: a ValueError
# expect: a reraised ValueError('va')
# expect: a None
# expect: b KeyError
# expect: b reraised KeyError('kb')
# expect: b None
print(state())  # expect: None
