a = "hello"
b = a
b += " world"
print(a, b, a is not b, a.replace("l", "L"), a)
s = ""
for i in range(2000):
    s += str(i % 10)
print(len(s), s[:12], s[-5:], s.count("7"))
t = s
s += "x"
print(len(t), len(s), t == s[:-1], hash("abc") == hash("a" + "bc"), {"ab": 1}["a" + "b"])
parts = []
for w in ("x", "y"):
    parts.append(w * 3)
print("".join(parts), "-".join(parts * 2), ("ab" * 1000)[999], ("ab" * 1000)[::-1][:3], len("é" * 500))
text = "line one\nline two\n\nline four"
for n, line in enumerate(text.split("\n"), 1):
    print(f"{n}: {line!r}")
print([line.strip() for line in " a \n b ".splitlines()], text.title(), text.find("two"), text[5:8])
rev = "".join(reversed("stressed")); print(rev, rev == "stressed"[::-1], "racecar" == "racecar"[::-1])
caesar = lambda s, k: "".join(chr((ord(c) - 97 + k) % 26 + 97) if c.islower() else c for c in s)
print(caesar("hello, world", 3), caesar(caesar("hello", 3), -3))
