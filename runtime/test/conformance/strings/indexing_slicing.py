s = "abcdefg"
print(s[0], s[-1], s[6], s[1:3], s[:3], s[3:], s[:], s[-3:], s[:-3], s[::2], s[::-1], s[5:1:-2], s[10:], s[-100:2], s[2:1])
print(s[slice(1, 4)], s[True], s[-7], s[::3], s[::-3], s[6:0:-1])
for f in (lambda: s[7], lambda: s[-8], lambda: s["a"], lambda: s[1.0], lambda: s[::0], lambda: s["a":]):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
try:
    s[0] = "x"
except TypeError as e:
    print(e)
try:
    del s[0]
except TypeError as e:
    print(e)
