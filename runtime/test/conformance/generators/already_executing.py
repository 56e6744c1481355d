def g():
    try:
        next(me)
    except ValueError as e:
        print(e)
    yield 1
me = g()
print(next(me))
def h():
    yield
    try:
        me2.close()
    except ValueError as e:
        print(e)
    try:
        me2.throw(KeyError)
    except ValueError as e:
        print(e)
me2 = h(); next(me2)
print(list(me2))
print(me.gi_running, me.gi_frame is not None, me.gi_yieldfrom, me.gi_code.co_name, me2.gi_frame)
import inspect
print(inspect.getgeneratorstate(me), inspect.getgeneratorstate(me2), inspect.getgeneratorstate(g()))
