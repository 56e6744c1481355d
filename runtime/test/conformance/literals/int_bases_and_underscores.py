print(0xFF, 0o17, 0b1011, 1_000_000, 0x_ff_ff, 0b_1)
print(0XAB, 0O7, 0B1, 00, 0_0, 000)
print(-0, +1, --1, ~0)
print(type(0xFFFFFFFFFFFFFFFFFF).__name__, 0xFFFFFFFFFFFFFFFFFF)
