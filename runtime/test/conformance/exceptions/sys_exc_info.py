import sys
print(sys.exc_info())
try: raise ValueError("a")
except ValueError as e:
    t, v, tb = sys.exc_info()
    print(t.__name__, v, v is e, tb is e.__traceback__, type(tb).__name__, tb.tb_lineno)
    try: raise KeyError("b")
    except KeyError: print(sys.exc_info()[0].__name__)
    print(sys.exc_info()[0].__name__)
print(sys.exc_info())
def f(): return sys.exc_info()[0]
try: 1 / 0
except ZeroDivisionError: print(f().__name__)
def depth():
    try: inner()
    except ValueError as e:
        tb = e.__traceback__
        names = []
        while tb: names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno)); tb = tb.tb_next
        return names
def inner(): raise ValueError
print(depth())
try:
    try: raise ValueError(1)
    finally: print("in finally", sys.exc_info()[0].__name__)
except ValueError: pass
try: raise OSError
except OSError: pass
else: print("no")
finally: print("after handled", sys.exc_info()[0])
