x = foo(a, b for b in range(5), c)
