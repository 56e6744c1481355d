class Dog:
    """A dog."""
    kind = "canine"
    def __init__(self, name): self.name = name
    def bark(self): return f"{self.name}: woof"
d, e = Dog("Rex"), Dog("Ada")
print(d.bark(), e.bark(), d.kind, Dog.kind, Dog.__name__, Dog.__doc__, Dog.__module__, Dog.__qualname__, type(d) is Dog)
d.kind = "wolf"; Dog.kind = "dog"
print(d.kind, e.kind, d.__dict__, e.__dict__, "bark" in Dog.__dict__, d.__class__.__name__)
del d.kind
print(d.kind, isinstance(d, Dog), isinstance(d, object), issubclass(Dog, object), Dog.__bases__, Dog.__mro__)
print(Dog, repr(Dog), str(type(Dog)), callable(Dog), callable(d))
Dog.sit = lambda self: self.name + " sits"
print(e.sit(), Dog.bark(e), hasattr(e, "sit"), getattr(e, "nope", "dflt"))
class Empty: pass
x = Empty(); x.a = 1; x.b = [2]
print(x.__dict__, vars(x) is x.__dict__)
x.__dict__["c"] = 3
print(x.c); x.__dict__ = {"z": 26}; print(x.z, hasattr(x, "a"))
