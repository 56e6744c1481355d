x = 10
x += 5; print(x)
x -= 3; print(x)
x *= 4; print(x)
x //= 5; print(x)
x **= 3; print(x)
x %= 100; print(x)
x <<= 3; print(x)
x >>= 1; print(x)
x |= 1; print(x)
x &= 0xF; print(x)
x ^= 3; print(x)
x /= 4; print(x)
def f():
    try:
        y += 1
    except UnboundLocalError as e:
        print(e)
    y = 1
f()
