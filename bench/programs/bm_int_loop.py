"""An int loop with `%` and a branch."""
bm_params = (300_000,)


def run(n):
    total = 0
    i = 0
    while i < n:
        if i % 3 == 0:
            total = total + i
        else:
            total = total - i % 7
        i = i + 1
    return total


def result(n):
    thirds = (n + 2) // 3
    added = 3 * (thirds * (thirds - 1) // 2)
    weeks, rest = divmod(n, 21)
    taken = [i % 7 for i in range(21) if i % 3]
    return added - weeks * sum(taken) - sum(i % 7 for i in range(rest) if i % 3)
