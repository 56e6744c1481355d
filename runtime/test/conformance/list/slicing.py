a = list(range(10))
print(a[2:5], a[:3], a[7:], a[-3:], a[:-7], a[::3], a[::-1], a[8:2:-2], a[5:2], a[100:], a[-100:3], a[:], a[None:None:2])
a[2:5] = ["a"]; print(a)
a[1:1] = [7, 8]; print(a)
a[::2] = [0] * 5; print(a)
a[-2:] = []; print(a)
del a[1:3]; print(a)
del a[::2]; print(a)
a[:] = "hey"; print(a)
a[1:] = (x for x in range(3)); print(a)
a[5:2] = ["ins"]; print(a)
def attempt(f):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
def bad1(): a[::2] = [1]
def bad2(): a[1:2] = 5
def bad3(): a["a":] = []
attempt(bad1); attempt(bad2); attempt(bad3)
a[::-1] = range(len(a)); print(a)
