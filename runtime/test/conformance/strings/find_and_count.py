s = "abracadabra"
print(s.find("bra"), s.find("bra", 2), s.find("bra", 2, 9), s.find("x"), s.find(""), s.find("", 20), s.rfind("bra"), s.rfind("", 3))
print(s.index("c"), s.rindex("a"), s.count("a"), s.count("abra"), s.count(""), s.count("a", 1, -1), "aaa".count("aa"))
print(s.startswith("abr"), s.startswith(("x", "ab")), s.startswith("ra", 2), s.endswith("bra"), s.endswith("bra", 0, 5), s.startswith(""))
for f in (lambda: s.index("x"), lambda: s.rindex("x"), lambda: s.find(1), lambda: s.startswith(1), lambda: s.startswith(("a", 1)) , lambda: s.startswith((1,))):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
