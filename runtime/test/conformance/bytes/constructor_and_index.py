print(bytes(), bytes(3), bytes([1, 2, 255]), bytes("é", "utf-8"), bytes(b"x"), bytes(range(3)), bytes((65, 66)))
b = b"abcdef"
print(b[0], b[-1], b[1:3], b[::-1], b[::2], list(b), len(b), b + b"g", b * 2, b == b"abcdef", b < b"b", hash(b) == hash(b"abcdef"))
for f in (lambda: bytes([256]), lambda: bytes("a"), lambda: bytes(-1), lambda: b[10], lambda: b + "a", lambda: b"a" == "a", lambda: bytes([1.5]), lambda: bytes.fromhex("zz"), lambda: b"a".join(["b"]), lambda: bytes(1.5), lambda: b.index(b"z")):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    b[0] = 1
except TypeError as e:
    print(e)
