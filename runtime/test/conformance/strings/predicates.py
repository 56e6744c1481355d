samples = ["", "abc", "123", "a1", " ", "²", "½", "Ⅷ", "\t\n", "é", "_x", "1x", "class", "٣", "日本", "a b"]
for s in samples:
    print(ascii(s), s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isidentifier(), s.isascii(), s.isprintable())
