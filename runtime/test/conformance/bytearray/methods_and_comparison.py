b = bytearray(b"Hello")
print(b.upper(), b.find(b"l"), b.replace(b"l", b"L"), b.split(b"e"), b.decode(), b == b"Hello", b"Hello" == b, b < b"I", b + b"!", b"!" + b, type(b + b"").__name__, type(b"" + b).__name__)
print(bytearray(2), bytearray("é", "utf-8"), bytearray([1, 2]), repr(bytearray()), str(bytearray(b"'")), b.hex(), list(b), 72 in b, b"ell" in b)
c = b[:]
c[0] = 74
print(b, c, b is c, bytes(c), b.join([b"1", b"2"]), isinstance(b, bytes))
