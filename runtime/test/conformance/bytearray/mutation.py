b = bytearray(b"abc")
b.append(100); b.extend(b"ef"); b.extend([103]); b += b"h"; b.insert(0, 90)
print(b, len(b), b[0], b[1:3])
b[0] = 65; b[1:3] = b"--"; del b[-1]; del b[::3]
print(b, b.pop(), b.pop(0), b)
b.reverse(); print(b); b.remove(45); print(b, b.copy() == b); b *= 2; print(b); b.clear(); print(b, bool(b))
for f in (lambda: b.append(256), lambda: b.append("a"), lambda: b.pop(), lambda: b.remove(1), lambda: b.__setitem__(0, 1), lambda: hash(b), lambda: b.extend(["a"])):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
