"""Summing what a generator yields."""
bm_params = (200_000,)


def odd_numbers(n):
    i = 1
    while i <= n:
        yield i
        i += 2


def run(n):
    return sum(odd_numbers(n)) + sum(i for i in range(n) if i & 1)


def result(n):
    half = (n + 1) // 2
    return half * half + (n // 2) ** 2
