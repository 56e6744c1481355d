a = 2 ** 100 + 12345
b = -(2 ** 90) - 777
print(a & b, a | b, a ^ b, ~a, ~b)
print(a >> 50, b >> 50, a << 10, b << 5, a >> 200, b >> 200)
print(a & 0xFFFF, b & 0xFFFF, a.bit_length(), b.bit_length(), a.bit_count())
print(1 << 200, (1 << 200) >> 199, -1 << 64)
