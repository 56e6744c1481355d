# source: spec 3.7
import stackless


def catcher():
    while True:
        try:
            stackless.schedule()
        except Exception as e:
            print(type(e).__name__, e.args)


t = stackless.tasklet(catcher)()
t.run()
t.throw(ValueError)  # expect: ValueError ()
t.throw(ValueError, "text")  # expect: ValueError ('text',)
t.throw(ValueError, (1, 2))  # expect: ValueError (1, 2)
t.throw(ValueError, ValueError("instance"))  # expect: ValueError ('instance',)
t.throw(KeyError("direct"))  # expect: KeyError ('direct',)
t.throw(exc=OSError, val=None, tb=None, pending=False)  # expect: OSError ()
t.raise_exception(IndexError, "a", 3)  # expect: IndexError ('a', 3)


def attempt(f):
    try:
        f()
    except TypeError as e:
        print(e)


attempt(lambda: t.throw(ValueError("x"), "y"))  # expect: instance exception may not have a separate value
attempt(lambda: t.throw(5))  # expect: exceptions must be classes, or instances, not int
attempt(lambda: t.throw("str"))  # expect: exceptions must be classes, or instances, not str
attempt(lambda: t.throw(ValueError, None, 5))  # expect: third argument must be a traceback object
attempt(lambda: t.raise_exception())  # expect: raise_exception() takes at least 1 argument
attempt(lambda: t.raise_exception(ValueError("i")))  # expect: tasklet.raise_exception needs Exception or string subclass as first parameter
print(t.alive)  # expect: True
t.kill()
print(t.alive)  # expect: False
