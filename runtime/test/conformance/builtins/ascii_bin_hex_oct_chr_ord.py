class I:
    def __index__(self): return 255
print(ascii("é\n😀'"), ascii([1, "ü"]), bin(10), bin(-10), bin(0), hex(255), hex(-255), oct(8), oct(-8), hex(I()), bin(True), oct(I()))
print(chr(65), chr(8364), ord("a"), ord("€"), ord(b"a"), ord("😀"), ascii(chr(0x10FFFF)), ord(chr(0xD800)), chr(0) == "\0", chr(I()))
print(hex(2 ** 70), bin(2 ** 65)[:10], ord(bytearray(b"z")))
for f in (lambda: bin(1.5), lambda: hex("a"), lambda: chr(-1), lambda: chr(0x110000), lambda: chr("a"), lambda: ord(""), lambda: ord("ab"), lambda: ord(5), lambda: oct(None), lambda: chr(1.0), lambda: ord(b"ab")):
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
