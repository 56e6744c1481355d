class A:
    __secret = "A secret"
    def __init__(self): self.__x = 1; self.__y__ = 2; self._z = 3
    def __private(self): return "private A"
    def call(self): return self.__private(), self.__secret, self.__x
    def make(self):
        def inner(): return self.__x
        __local = 5
        return inner() + __local, sorted(locals())
class B(A):
    def __init__(self): super().__init__(); self.__x = 10
    def __private(self): return "private B"
    def callb(self): return self.__private(), self._A__private(), self.__x, self._A__x
b = B()
print(b.call(), b.callb(), sorted(b.__dict__), b.make())
try: b.__x
except AttributeError as e: print(e)
class _Lead:
    __v = 1
    def get(self): return self._Lead__v
print(_Lead().get())
class C:
    def f(self, __arg=3, **kw): return __arg, kw
    def g(self):
        import sys as __s
        return __s.maxsize > 0
    def h(self): return getattr(self, "__v", "strings are not mangled")
print(C().f(_C__arg=4), C().g(), C().h(), sorted(k for k in vars(A) if "A" in k))
class __: 
    __q = 1
print(hasattr(__, "__q"))
