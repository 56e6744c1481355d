# source: spec 3.7, 15.2
import stackless
dead = stackless.tasklet(lambda: None)()
stackless.run()
unbound = stackless.tasklet()
bound = stackless.tasklet(print)


def attempt(f):
    try:
        print("returned", f())
    except (RuntimeError, TypeError) as e:
        print(type(e).__name__, e)


for t in (dead, unbound, bound):
    attempt(lambda: t.throw(ValueError))
    attempt(t.kill)
    attempt(lambda: t.kill(pending=True))
    attempt(lambda: t.raise_exception(TaskletExit))
# expect: RuntimeError You cannot throw to a dead tasklet
# expect: returned None
# expect: returned None
# expect: returned None
# expect: RuntimeError You cannot throw to a dead tasklet
# expect: returned None
# expect: returned None
# expect: returned None
# expect: RuntimeError You cannot throw to a dead tasklet
# expect: returned None
# expect: returned None
# expect: returned None
