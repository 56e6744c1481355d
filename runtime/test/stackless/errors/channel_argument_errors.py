# source: spec 4.1, 4.2, 15.3
import stackless
ch = stackless.channel("ignored", also="ignored")


def attempt(f):
    try:
        print("returned", f())
    except (TypeError, AttributeError) as e:
        print(type(e).__name__, e)


attempt(lambda: setattr(ch, "preference", "x"))  # expect: TypeError preference must be set to an integer
attempt(lambda: setattr(ch, "preference", 1.0))  # expect: TypeError preference must be set to an integer
attempt(lambda: setattr(ch, "schedule_all", "x"))  # expect: TypeError preference must be set to a bool or integer
attempt(lambda: ch.send_exception(5))  # expect: TypeError channel.send_exception needs Exception or string subclass as first parameter
attempt(lambda: ch.send_throw(5))  # expect: TypeError exceptions must be classes, or instances, not int
attempt(lambda: ch.send_sequence(5))  # expect: TypeError 'int' object is not iterable


def arity(f, *a):
    try:
        f(*a)
    except TypeError:
        print("TypeError")


arity(ch.send)  # expect: TypeError
arity(ch.send, 1, 2)  # expect: TypeError
arity(ch.send_exception)  # expect: TypeError
arity(ch.receive, 1)  # expect: TypeError
for n in (5, -5, 0, True):
    ch.preference = n
    ch.schedule_all = n
    print(ch.preference, ch.schedule_all)
# expect: 1 1
# expect: -1 1
# expect: 0 0
# expect: 1 1
