class Outer:
    class Inner(Exception):
        pass
def f():
    class Local(Outer.Inner):
        pass
    raise Local("local class")
try:
    raise Outer.Inner()
except Outer.Inner:
    f()
