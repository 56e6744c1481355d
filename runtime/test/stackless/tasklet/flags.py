# source: spec 3.3, 3.8
import stackless
t = stackless.tasklet(lambda: None)
print(t.atomic, t.ignore_nesting, t.block_trap, t.restorable, t.nesting_level)  # expect: False False False True 0
print(t.set_atomic(True), t.set_atomic(False), t.atomic)  # expect: False True False
print(t.set_ignore_nesting(1), t.ignore_nesting)  # expect: False True
t.block_trap = 1
print(t.block_trap)  # expect: True


def attempt(f):
    try:
        f()
    except (TypeError, AttributeError) as e:
        print(e if isinstance(e, TypeError) else "AttributeError")


attempt(lambda: t.set_atomic("x"))  # expect: set_atomic needs exactly one bool or integer
attempt(lambda: t.set_ignore_nesting(1.0))  # expect: set_ignore_nesting needs exactly one bool or integer
attempt(lambda: setattr(t, "block_trap", "x"))  # expect: block_trap must be set to a bool or integer
attempt(lambda: setattr(t, "alive", True))  # expect: AttributeError
attempt(lambda: setattr(t, "paused", True))  # expect: AttributeError
# A new tasklet inherits none of them.
stackless.current.set_atomic(True)
print(stackless.tasklet(lambda: None).atomic)  # expect: False
stackless.current.set_atomic(False)
