"""Recursive calls: fib(25), which is 242,785 of them."""
bm_params = (25,)


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


def run(n):
    return fib(n)


def result(n):
    a, b = 0, 1
    for _ in range(n):
        a, b = b, a + b
    return a
