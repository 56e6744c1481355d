print((1.5).is_integer(), (2.0).is_integer(), (0.75).as_integer_ratio(), (-0.1).as_integer_ratio())
print((255.5).hex(), float.fromhex("0x1.8p3"), float.fromhex("-inf"), (0.0).hex(), (-0.1).hex())
print((3.7).__trunc__(), (3.2).__floor__(), (3.2).__ceil__(), (2.5).conjugate(), (2.5).real, (2.5).imag)
print(hash(1.0) == hash(1), hash(0.5), hash(-0.0), hash(float("inf")), hash(1e20) == hash(10 ** 20))
