import sys
def show(e):
    try:
        raise e
    except Exception:
        sys.excepthook(*sys.exc_info())
show(ValueError())
show(ValueError("line one\nline two"))
show(KeyError("k"))
show(KeyError())
show(ValueError(""))
show(ValueError(None))
show(OSError(2, "No such file", "x.txt"))
show(AssertionError())
show(StopIteration(3))
