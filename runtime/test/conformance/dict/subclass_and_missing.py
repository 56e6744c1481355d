class Default(dict):
    def __missing__(self, key):
        print("missing", key)
        self[key] = v = len(self)
        return v
d = Default(a=5)
print(d["a"], d["b"], d["b"], d.get("zz"), "zz" in d, d)
class Lower(dict):
    def __setitem__(self, k, v): super().__setitem__(k.lower(), v)
    def __getitem__(self, k): return super().__getitem__(k.lower())
l = Lower(); l["ABC"] = 1
print(l, l["aBc"], Lower(X=1), type(l.copy()).__name__, type(l | {}).__name__, isinstance(l, dict))
l.update(Y=2); print(l, l == {"abc": 1, "Y": 2})
print("%(any)s" % Default(any="ok"), "{x}".format_map(Default()))
def f(**kw): return kw
print(f(**Lower(Q=1)), {**l}, dict(l))
