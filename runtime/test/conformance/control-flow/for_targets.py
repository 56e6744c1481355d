for a, (b, *c) in [(1, (2, 3, 4)), (5, "xyz")]:
    print(a, b, c)
d = {}
for d["k"] in range(3):
    print(d)
class O: pass
o = O()
for o.x in "ab": print(o.x)
lst = [0, 0]
for lst[1] in (7, 8): pass
print(lst, o.x)
for x in 1, 2, 3: print(x, end=" ")
for x, in [[1], [2]]: print(x, end=" ")
for [y, z] in ["ab", "cd"]: print(y + z, end=" ")
print()
for i in range(3):
    i *= 10
    print(i, end=" ")
print(i)
