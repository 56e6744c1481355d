s = slice(1, 10, 2)
print(s, slice(5), slice(None), s.start, s.stop, s.step, s == slice(1, 10, 2), s.indices(5), slice(None, None, -1).indices(4), slice(-3, None).indices(10))
class Show:
    def __getitem__(self, i): return i
    def __setitem__(self, i, v): print("set", i, v)
    def __delitem__(self, i): print("del", i)
x = Show()
print(x[1], x[1:2], x[1:2, ::3], x[...], x[:, 0], x["a":"b"], x[()], x[1, ], x[*[1, 2], 3])
x[1:2] = 5
del x[::2], x[3]
x[0] += 5
for f in (lambda: hash(s), lambda: slice(), lambda: s < slice(2), lambda: setattr(s, "start", 1), lambda: slice(0, 1, 0).indices(3), lambda: slice(None).indices(-1)):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
