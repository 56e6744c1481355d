# source: spec 15.1 return values, 2.4
import stackless
print(stackless.schedule(7))  # expect: 7
print(stackless.schedule(retval="kw"))  # expect: kw
print(stackless.schedule() is stackless.current)  # expect: True
print(stackless.schedule(None))  # expect: None
print(stackless.schedule_remove(5))  # expect: 5


def f():
    print(stackless.schedule("first"))
    print(stackless.schedule_remove(8))
    print(stackless.schedule_remove() is stackless.current)


t = stackless.tasklet(f)()
stackless.run()
# expect: first
t.run()
# expect: 8
t.run()
# expect: True
print(t.alive)  # expect: False
for bad in (lambda: stackless.schedule(1, 2), lambda: stackless.schedule(x=1), lambda: stackless.schedule_remove(1, 2)):
    try:
        bad()
    except TypeError as e:
        print(type(e).__name__)
# expect: TypeError
# expect: TypeError
# expect: TypeError
