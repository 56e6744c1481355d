print("tab\there", 'quote\'s', "dq\"", 'back\\slash')
print("\x41\u0042\U00000043\x44")
print("\101\60\0".encode())
print('line\
 continued')
print(repr("\a\b\f\n\r\t\v\0\x7f\xa0\xad\u200b"))
print("a" "b" 'c'   "d")
print(len("\u03b1"))
