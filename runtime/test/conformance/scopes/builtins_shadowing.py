def f():
    len = lambda x: "shadowed"
    return len([1])
print(f(), len([1]))
max = 5
print(max)
del max
print(max(1, 2))
print = print
def g(list, str): return list, str
print(g(1, 2), __name__, type(__builtins__).__name__)
import builtins
builtins.added = 42
print(added, builtins.len is len)
del builtins.added
try:
    added
except NameError as e:
    print(e)
