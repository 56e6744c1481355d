print(r"\n\t\\", R'\'', len(r"\""))
print(rb"\x00", Rb'\n', bR"\\")
print(r'''a\
b''')
