a = [1, 2, 3, 4]
out = []
for x in a:
    out.append(x)
    if x == 2:
        a.remove(2)
print(out, a)
a = [1]
for x in a:
    if len(a) < 5:
        a.append(x + 1)
print(a)
a = [1, 2, 3]
it = iter(a)
print(next(it), it.__length_hint__())
a.clear()
print(list(it)); a.append(9); print(list(it))
a = [1, 2, 3]
for x in reversed(a):
    a.append(x)
print(a)
