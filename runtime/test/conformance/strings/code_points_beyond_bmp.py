s = "a😀b𝒳c"
print(len(s), s[1], s[3], s[1:4], s[::-1], s.index("b"), s.find("𝒳"), [ord(c) for c in s])
print(s.upper(), s.split("😀"), s.replace("😀", "-"), "😀" * 3, len("😀" * 3), "😀" in s, s.center(9, "😀"))
print(list(s), s.encode("utf-8"), chr(128512), "\U0001F600" == "😀")
print(sorted(["\uffff", "😀", "a"]) == ["a", "\uffff", "😀"], "\uffff" < "😀", s.partition("𝒳"), s.zfill(7), f"{s:>8}|{'😀':^5}|")
