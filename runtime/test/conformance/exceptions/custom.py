class GameError(Exception):
    """Base."""
class NotEnough(GameError):
    def __init__(self, need, have):
        super().__init__(f"need {need}, have {have}")
        self.need, self.have = need, have
    @property
    def missing(self): return self.need - self.have
class Silent(GameError):
    def __str__(self): return "silent-str"
class NoInit(GameError):
    def __init__(self, a, b): self.a = a
try: raise NotEnough(5, 3)
except GameError as e: print(e, e.missing, e.args, repr(e), isinstance(e, NotEnough), e.__class__.__doc__, GameError.__doc__)
print(str(Silent("x")), repr(Silent("x")), Silent().args, NoInit(1, 2).args, str(NoInit(1, 2)), repr(NoInit(1, 2)))
print(str(Exception()), str(Exception(1)), str(Exception("a", 2)), repr(Exception()), repr(Exception("a")), repr(Exception(1, "b")), str(KeyError("k")), str(KeyError()), str(KeyError("a", "b")))
e = ValueError("a"); e.extra = 5; e.args = ("new", 2)
print(e.extra, e, repr(e), e.__dict__)
e.args = [1]
print(e.args)
class Code(Exception):
    def __init__(self, code, *a): self.code = code; super().__init__(*a)
print(Code(5, "m").code, Code(5, "m").args, Code(5).args)
class Eq(Exception):
    def __eq__(self, o): return True
print(Eq() == 5, ValueError("a") == ValueError("a"), Exception("x").with_traceback(None), Exception.__bases__)
try: Exception(a=1)
except TypeError as t: print(t)
try: NotEnough(1)
except TypeError as t: print(t)
