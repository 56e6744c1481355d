# source: spec 6.3, 3.7
import stackless


class CM:
    def __enter__(self):
        return self

    def __exit__(self, t, v, tb):
        print("exit", t.__name__)


def f():
    try:
        with CM():
            try:
                stackless.schedule()
            finally:
                print("inner finally")
    except TaskletExit as e:
        print("caught", repr(e), isinstance(e, SystemExit), isinstance(e, Exception))
        raise
    finally:
        print("outer finally")


t = stackless.tasklet(f)()
t.run()
t.kill()
# expect: inner finally
# expect: exit TaskletExit
# expect: caught TaskletExit() True False
# expect: outer finally
print(t.alive, TaskletExit.__module__, TaskletExit.__mro__[1].__name__)  # expect: False builtins SystemExit
