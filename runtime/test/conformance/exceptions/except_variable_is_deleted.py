e = "before"
try: raise ValueError("x")
except ValueError as e: saved = e
try: e
except NameError as n: print(n)
print(saved)
def f():
    try: raise KeyError("k")
    except KeyError as err: pass
    try: return err
    except UnboundLocalError as u: return str(u)
print(f())
def g():
    try: raise KeyError("k")
    except KeyError as err:
        err = "rebound"
        print(err)
    try: return err
    except UnboundLocalError: return "gone"
print(g())
def h():
    try: raise KeyError("k")
    except KeyError as err:
        del err
    return "fine"
print(h())
for i in range(2):
    try: raise ValueError(i)
    except ValueError as v:
        if i == 0: continue
        print("v", v)
print("v" in globals())
