print("aaa".replace("a", "b"), "aaa".replace("a", "b", 2), "aaa".replace("", "-"), "".replace("", "x"), "abc".replace("", "-", 2), "aaa".replace("aa", "b"), "abc".replace("x", "y", -1), "aaa".replace("a", "b", 0))
t = str.maketrans("abc", "xyz", "d")
print("abcd!".translate(t), "abc".translate({97: None, 98: "BB", 99: 100}))
print(str.maketrans({"a": 1, 98: "c"}), str.maketrans("a", "b"))
for f in (lambda: str.maketrans("ab", "c"), lambda: "a".replace("a"), lambda: str.maketrans(5)):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
