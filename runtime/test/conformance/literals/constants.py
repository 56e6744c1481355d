print(None, True, False, Ellipsis, ..., NotImplemented, __debug__)
print(type(...), type(None), type(NotImplemented))
print(None is None, ... is Ellipsis, True is (1 == 1))
print(repr(...), bool(...), bool(None))
