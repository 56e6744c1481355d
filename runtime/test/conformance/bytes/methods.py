b = b"hello world"
print(b.upper(), b.title(), b.find(b"o"), b.rfind(b"o"), b.count(b"l"), b.replace(b"l", b"L"), b.split(), b.partition(b" "))
print(b.startswith(b"he"), b.endswith((b"x", b"ld")), b.index(b"w"), b"  x ".strip(), b",".join([b"a", b"b"]), b"a\nb\r\n".splitlines(), b.center(15, b"*"))
print(b"ab1".isalnum(), b"ab".isalpha(), b"12".isdigit(), b" ".isspace(), b"7".zfill(3), b"a\tb".expandtabs(4), b"abc".translate(None, b"b"), b"x".hex(), b"\xde\xad\xbe\xef".hex(":"), bytes.fromhex("de ad"))
print(b.find(ord("w")), 104 in b, b"abc".removeprefix(b"a"), b"%d %s %r" % (5, b"x", "y"), b.capitalize(), b"aB".swapcase(), bytes.maketrans(b"a", b"b")[97])
