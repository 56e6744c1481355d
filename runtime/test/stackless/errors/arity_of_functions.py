# source: spec 15.3
import stackless


def attempt(f, *a, **k):
    try:
        f(*a, **k)
        print("ok")
    except TypeError:
        print("TypeError")


for f in (stackless.getcurrent, stackless.getmain, stackless.getruncount):
    attempt(f, 1)
# expect: TypeError
# expect: TypeError
# expect: TypeError
attempt(stackless.run, "x")  # expect: TypeError
attempt(stackless.switch_trap, "x")  # expect: TypeError
attempt(stackless.switch_trap, 1.5)  # expect: TypeError
attempt(stackless.set_schedule_callback)  # expect: TypeError
attempt(stackless.set_schedule_callback, 5)  # expect: TypeError
t = stackless.tasklet(lambda: None)
for name in ("insert", "remove", "run", "switch"):
    attempt(getattr(t, name), 1)
# expect: TypeError
# expect: TypeError
# expect: TypeError
# expect: TypeError
attempt(t.set_atomic)  # expect: TypeError
attempt(t.kill, 1, 2)  # expect: TypeError
attempt(t.throw)  # expect: TypeError
attempt(stackless.atomic, 1)  # expect: TypeError
attempt(stackless.run, 0, False, False, False, False, 1)  # expect: TypeError
