a, b = 1, 2
a, b = b, a
(c, d), [e, f] = (1, 2), [3, 4]
print(a, b, c, d, e, f)
*g, h = [1, 2, 3]; i, *j = "abc"; k, *l, m = range(5); [*n] = (1, 2); *o, = "xy"
print(g, h, i, j, k, l, m, n, o)
p, (q, *r), *s = 1, (2, 3, 4), 5, 6
print(p, q, r, s)
x = y = z = []
x.append(1); print(y, z is x)
data = {"k": 0}; lst = [0, 0]
class O: pass
ob = O()
data["k"], lst[1], ob.v, lst[0:1] = 1, 2, 3, [9, 8]
print(data, lst, ob.v)
for (u, v), *w in [((1, 2), 3, 4), ((5, 6),)]:
    print(u, v, w)
(t) = 5; [tt] = [6]; (ttt,) = (7,)
print(t, tt, ttt)
