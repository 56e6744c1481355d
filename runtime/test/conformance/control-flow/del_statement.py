x = y = z = 1
del x
try:
    x
except NameError as e:
    print(e)
del y, z
a = [1, 2, 3, 4]
del a[0], a[-1]
print(a)
d = {"a": 1, "b": {"c": 2}}
del d["a"], d["b"]["c"]
print(d)
class O: pass
o = O(); o.p = 1
del o.p
print(hasattr(o, "p"))
def f():
    v = 1
    del v
    try:
        print(v)
    except UnboundLocalError as e:
        print(e)
    v = 2
    del (v)
    try:
        del v
    except UnboundLocalError as e:
        print(e)
f()
for bad in ("del undefined_thing", "del o.missing", "del d['nope']", "del a[10]", "del (1)", "del f()", "del []", "del (p, q)"):
    try:
        exec(bad)
        print("ok", bad)
    except Exception as e:
        print(bad, "->", type(e).__name__, e)
