print("a b  c".split(), "a b  c".split(" "), " a b ".split(), "".split(), "".split(","), "a,b,,c".split(","))
print("a b c d".split(None, 2), "a b c d".split(" ", 1), "a b c d".rsplit(None, 2), "a,b,c".rsplit(",", 1), "  x y  ".rsplit(None, 1), "  x y  ".split(None, 1))
print("a--b--c".split("--"), "a--b".split("-"), "abc".split("abc"), "a\tb\nc\u3000d".split())
print("one\ntwo\r\nthree\rfour\x0bfive\u2028six".splitlines(), "a\n\nb\n".splitlines(True), "".splitlines(), "\n".splitlines())
print("k=v=w".partition("="), "kv".partition("="), "k=v=w".rpartition("="), "kv".rpartition("="))
for f in (lambda: "a".split(""), lambda: "a".partition(""), lambda: "a".split(1)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
