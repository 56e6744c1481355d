print(pow(2, 10 ** 20, 10 ** 9 + 7), pow(3, 2 ** 70, 2 ** 61 - 1), pow(-5, 3, 7), pow(5, 3, -7))
print(pow(7, -1, 10 ** 30 + 57), pow(10 ** 40, 3, 10 ** 9 + 9))
def gcd(a, b):
    while b:
        a, b = b, a % b
    return a
print(gcd(2 ** 80 - 1, 2 ** 60 - 1), gcd(10 ** 50, 6 ** 40))
def isqrt(n):
    x = 1 << ((n.bit_length() + 1) // 2)
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y
print(isqrt(2 * 10 ** 100))
