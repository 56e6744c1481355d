a = 123456789012345678901234567890
b = 987654321098765432109876543210
print(a + b, a - b, b - a)
print(a * b)
print(b // a, b % a, -b // a, -b % a, b // -a, b % -a)
print(divmod(-b, a), divmod(b, -a))
print(a ** 3)
print(a / b, b / a, a / 7)
print(-a, +a, abs(-a), bool(a), a == a + 0, a - a)
