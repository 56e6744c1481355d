x = 5
if x is 5:
    print("small ints are shared")
s = "\d"
print(len(s), 0x1for x in ())
assert (x, "always true")
print((1, 2)(3) if False else "warned")
