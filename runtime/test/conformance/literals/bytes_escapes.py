print(b"abc\x00\xff\n\t\r\\'", b'"', b"'", b'\'"')
print(b"\101\x41", list(b"\0\1\377"))
print(b"a" b"b")
