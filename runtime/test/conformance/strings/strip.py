print(repr("  a b \n".strip()), repr("  a ".lstrip()), repr("  a ".rstrip()), "xxaxx".strip("x"), "abcba".strip("ab"), "abc".strip("abc") == "", "abc".strip(""))
print("prefix-name".removeprefix("prefix-"), "name".removeprefix("x"), "file.py".removesuffix(".py"), "a".removesuffix(""))
print(repr("\u3000x\xa0".strip()), repr("\x1fx\x1c".strip()))
