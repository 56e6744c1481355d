def first():
    raise ValueError("one")
def second():
    try:
        first()
    except ValueError as e:
        raise TypeError("two") from e
try:
    second()
except TypeError:
    raise KeyError("three")
