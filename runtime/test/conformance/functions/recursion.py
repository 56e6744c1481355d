def fact(n): return 1 if n < 2 else n * fact(n - 1)
def fib(n): return n if n < 2 else fib(n - 1) + fib(n - 2)
def even(n): return True if n == 0 else odd(n - 1)
def odd(n): return False if n == 0 else even(n - 1)
def hanoi(n, a, b, c):
    if n == 0: return 0
    return hanoi(n - 1, a, c, b) + 1 + hanoi(n - 1, c, b, a)
def ack(m, n): return n + 1 if m == 0 else ack(m - 1, 1) if n == 0 else ack(m - 1, ack(m, n - 1))
def flatten(x): return [y for i in x for y in flatten(i)] if isinstance(x, list) else [x]
def perms(s): return [s] if len(s) < 2 else [c + p for i, c in enumerate(s) for p in perms(s[:i] + s[i + 1:])]
print(fact(20), fib(15), even(100), odd(7), hanoi(6, "a", "b", "c"), ack(2, 3), flatten([1, [2, [3, [4]], 5]]), perms("abc"))
def depth(n): return 0 if n == 0 else 1 + depth(n - 1)
print(depth(900))
