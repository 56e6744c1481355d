def f():
    raise ValueError("whole line")
def g():
    f()
g()
