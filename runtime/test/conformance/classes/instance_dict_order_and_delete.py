class A: pass
a = A()
for n in "cab": setattr(a, n, n.upper())
print(a.__dict__, list(vars(a)))
del a.a; a.a = 1; a.c = 2
print(a.__dict__)
d = a.__dict__
d["new"] = 5; del d["b"]
print(a.new, hasattr(a, "b"), a.__dict__ is d, len(d))
a.x = 1
print(d["x"], "x" in d, d)
a.__dict__.update({"u": 1, "v": 2}); print(a.u + a.v)
a.__dict__.clear(); print(a.__dict__, hasattr(a, "u"))
try: a.__dict__ = 5
except TypeError as e: print(e)
b = A(); b.__dict__ = d; d["shared"] = "s"; print(b.shared, a.shared)
for i in range(40): setattr(a, f"attr{i}", i)
print(len(a.__dict__), a.attr39, sum(v for v in vars(a).values() if isinstance(v, int)))
names = ["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "__defineGetter__", "prototype"]
o = A()
print([hasattr(o, n) for n in names])
for n in names: setattr(o, n, n[:3])
print(o.__proto__, o.constructor, o.toString, o.__dict__, {n: 1 for n in names})
class Attrs:
    constructor = 1; prototype = 2
    def toString(self): return "py"
print(Attrs.constructor, Attrs().prototype, Attrs().toString())
