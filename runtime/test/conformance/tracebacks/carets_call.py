def apply(f, *args):
    return f(*args) + f(
        *args,
    )
apply(lambda a, b: a / b, 4, 0)
