class G:
    x = "class x"
    def __init__(self): self.y = "instance y"
    def __getattr__(self, name):
        print("getattr", name)
        if name.startswith("no"): raise AttributeError(name)
        return "dynamic " + name
    def __setattr__(self, name, v):
        print("setattr", name, v)
        super().__setattr__(name, v)
    def __delattr__(self, name):
        print("delattr", name)
        object.__delattr__(self, name)
g = G()
print(g.x, g.y, g.z, hasattr(g, "nope"), getattr(g, "nothing", "dflt"))
g.z = 1; print(g.z); del g.z; print(g.z)
class A:
    v = 1
    def __getattribute__(self, name):
        print("getattribute", name)
        if name == "secret": return "shh"
        if name == "fall": raise AttributeError
        return object.__getattribute__(self, name)
    def __getattr__(self, name): return "fallback " + name
    def m(self): return self.v
a = A()
print(a.v, a.secret, a.fall, a.nothing, a.m())
print(len.__name__, A.v)
class Proxy:
    def __init__(self, t): object.__setattr__(self, "_t", t)
    def __getattr__(self, n): return getattr(self._t, n)
    def __setattr__(self, n, v): setattr(self._t, n, v)
class T: pass
t = T(); p = Proxy(t); p.a = 5
print(t.a, p.a, p.__dict__.keys())
class L:
    def __getattr__(self, n): return lambda *a: (n, a)
print(L().anything(1, 2))
try: len(L())
except TypeError as e: print(e)
class D:
    def __dir__(self): return ["b", "a"]
print(dir(D()))
