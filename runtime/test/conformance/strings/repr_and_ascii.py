for s in ["a'b", 'a"b', "a'b\"c", "\\", "\n\r\t", "\x00\x1f\x7f\x80\x9f\xa0", "é", "日本", "\U0001F600", "\ud800", "\u2028", "\xad", "\ufeff", "\U000e0001"]:
    print(ascii(s), len(s), ascii(repr(s)))
print(str("x"), repr("x"), "%r %s %a" % ("é", "é", "é"), [str], "'", ['a\'b'])
