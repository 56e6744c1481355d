class A:
    z = 1
    def __init__(self): self.inst = 1
    def m(self): pass
class B(A): w = 2
print([n for n in dir(B()) if not n.startswith("_")], [n for n in dir(B) if not n.startswith("_")])
print("append" in dir(list), "__len__" in dir([]), dir(None)[:2], len(dir(object)) > 20)
def f():
    b = a = 1
    return dir()
print(f(), type(1), type("a")("b"), type(A()).__name__, type(type), type(None)() is None)
a, b = [], []
print(id(a) == id(a), id(a) == id(b), isinstance(id(a), int), id(None) == id(None), a is not b)
print([n for n in dir(int) if n.startswith("b")], [n for n in dir(str) if n.startswith("is")], [n for n in dir(dict) if not n.startswith("_")], [n for n in dir(list) if not n.startswith("_")], [n for n in dir(set) if not n.startswith("_")])
print([n for n in dir(float) if not n.startswith("_")], [n for n in dir(tuple) if not n.startswith("_")], [n for n in dir(range) if not n.startswith("_")], [n for n in dir(bytes) if not n.startswith("_")][:5])
import builtins
host = {"breakpoint", "copyright", "credits", "exit", "help", "license", "open", "quit"}
print([n for n in dir(builtins) if n[0].islower() and n not in host])
