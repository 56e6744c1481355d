print("[" + "ab".center(5) + "]", "[" + "ab".center(6, "*") + "]", "[" + "abc".center(6, "*") + "]", "ab".ljust(4, ".") , "ab".rjust(4, "."), "ab".center(1))
print("42".zfill(5), "-42".zfill(5), "+4".zfill(4), "--4".zfill(5), "".zfill(3), "abc".zfill(2))
print(repr("a\tb\tcc\td".expandtabs()), repr("a\tb".expandtabs(4)), repr("ab\tc".expandtabs(0)), repr("1\n2\t3".expandtabs(3)))
try:
    "a".center(5, "xx")
except TypeError as e:
    print(e)
