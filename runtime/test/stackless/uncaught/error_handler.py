# source: spec 6.2
import stackless


def handler(type, value, traceback):
    # Nothing of a tasklet that never ran is in its traceback.
    print("handler", type.__name__, value, stackless.current is t, traceback is not None or type is KeyError)


def fails():
    raise ValueError("handled")


print(stackless.set_error_handler(handler))  # expect: None
t = stackless.tasklet(fails)()
print(stackless.run(), t.alive)
# expect: handler ValueError handled True True
# expect: None False
t = stackless.tasklet(fails)()
t.throw(KeyError, "before start")
# expect: handler KeyError 'before start' True True


def replaces(type, value, traceback):
    raise OSError("from handler")


print(stackless.set_error_handler(replaces) is handler)  # expect: True
t = stackless.tasklet(fails)()
try:
    stackless.run()
except OSError as e:
    print(e, repr(e.__context__))  # expect: from handler ValueError('handled')
print(stackless.set_error_handler() is replaces)  # expect: True
