def f():
    try:
        raise ValueError("try")
    finally:
        del missing
f()
