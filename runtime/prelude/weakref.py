"""References that do not count. For now they keep their objects alive: nothing is ever found dead (docs/differences.md)."""
from _collections_abc import MutableMapping, MutableSet

__all__ = [
    "ref", "proxy", "getweakrefcount", "getweakrefs", "WeakKeyDictionary", "ReferenceType", "ProxyType",
    "CallableProxyType", "ProxyTypes", "WeakValueDictionary", "WeakSet", "WeakMethod", "finalize",
]


class ref:
    """Calling it gives the object."""

    __slots__ = ("_object", "__callback__", "__weakref__")

    def __new__(cls, object, callback=None, /, *args, **kwds):
        if not type(object).__weakrefoffset__:
            raise TypeError(f"cannot create weak reference to '{_type_name(object)}' object")
        self = super().__new__(cls)
        self._object = object
        self.__callback__ = callback
        return self

    def __init__(self, object, callback=None, /):
        pass

    def __call__(self):
        return self._object

    def __hash__(self):
        return hash(self._object)

    def __eq__(self, other):
        if not isinstance(other, ref):
            return NotImplemented
        return self._object is other._object or self._object == other._object

    def __repr__(self):
        obj = self._object
        return f"<weakref at {id(self):#x}; to '{_type_name(obj)}' at {id(obj):#x}>"

    __class_getitem__ = classmethod(type(list[int]))


ref.__name__ = ref.__qualname__ = "ReferenceType"
ReferenceType = ref


def _type_name(object):
    cls = type(object)
    return cls.__name__


class ProxyType:
    """Behaves as its object does."""

    __slots__ = ("_object", "__weakref__")

    def __init__(self, object):
        super().__setattr__("_object", object)

    def __getattribute__(self, name):
        return getattr(super().__getattribute__("_object"), name)

    def __setattr__(self, name, value):
        setattr(_target(self), name, value)

    def __delattr__(self, name):
        delattr(_target(self), name)


def _target(value):
    return object.__getattribute__(value, "_object") if type(value) in ProxyTypes else value


class CallableProxyType(ProxyType):
    __slots__ = ()

    def __call__(self, *args, **kwds):
        return _target(self)(*args, **kwds)


ProxyTypes = (ProxyType, CallableProxyType)


def _add_operators():
    import operator

    def unary(function):
        return lambda self: function(_target(self))

    def binary(function):
        return lambda self, other: function(_target(self), _target(other))

    def reflected(function):
        return lambda self, other: function(_target(other), _target(self))

    for name in "add sub mul matmul truediv floordiv mod pow lshift rshift and or xor".split():
        function = getattr(operator, f"__{name}__")
        setattr(ProxyType, f"__{name}__", binary(function))
        setattr(ProxyType, f"__r{name}__", reflected(function))
    for name in "lt le eq ne gt ge contains getitem delitem".split():
        setattr(ProxyType, f"__{name}__", binary(getattr(operator, f"__{name}__")))
    for name in "neg pos abs invert index".split():
        setattr(ProxyType, f"__{name}__", unary(getattr(operator, f"__{name}__")))
    for name, function in (("str", str), ("bool", bool), ("len", len), ("iter", iter), ("int", int), ("float", float), ("next", next)):
        setattr(ProxyType, f"__{name}__", unary(function))
    ProxyType.__setitem__ = lambda self, key, value: operator.setitem(_target(self), key, value)
    ProxyType.__repr__ = lambda self: f"<weakproxy at {id(self):#x} to {_type_name(_target(self))} at {id(_target(self)):#x}>"
    ProxyType.__hash__ = None


_add_operators()


def proxy(object, callback=None, /):
    """A stand-in for the object."""
    if not type(object).__weakrefoffset__:
        raise TypeError(f"cannot create weak reference to '{_type_name(object)}' object")
    return (CallableProxyType if callable(object) else ProxyType)(object)


def getweakrefcount(object):
    return 0


def getweakrefs(object):
    return []


class WeakMethod(ref):
    """A reference to a bound method, which is made anew when asked for."""

    __slots__ = ("_method",)

    def __new__(cls, meth, callback=None):
        try:
            obj = meth.__self__
            meth.__func__
        except AttributeError:
            raise TypeError(f"argument should be a bound method, not {type(meth)}") from None
        self = ref.__new__(cls, obj, callback)
        self._method = meth
        return self

    def __call__(self):
        return self._method

    def __eq__(self, other):
        return self._method == other._method if isinstance(other, WeakMethod) else NotImplemented

    __hash__ = ref.__hash__


class KeyedRef(ref):
    __slots__ = ("key",)

    def __new__(type, ob, callback, key):
        self = ref.__new__(type, ob, callback)
        self.key = key
        return self

    def __init__(self, ob, callback, key):
        super().__init__(ob, callback)


class WeakSet(MutableSet):
    """A set that does not keep its elements alive."""

    def __init__(self, data=None):
        self._data = set()
        if data is not None:
            self.update(data)

    def __iter__(self):
        return iter(list(self._data))

    def __len__(self):
        return len(self._data)

    def __contains__(self, item):
        try:
            return item in self._data
        except TypeError:
            return False

    def add(self, item):
        ref(item)
        self._data.add(item)

    def discard(self, item):
        self._data.discard(item)

    def remove(self, item):
        self._data.remove(item)

    def clear(self):
        self._data.clear()

    def copy(self):
        return self.__class__(self)

    def pop(self):
        if not self._data:
            raise KeyError("pop from empty WeakSet")
        return self._data.pop()

    def update(self, other):
        for item in other:
            self.add(item)

    def union(self, other):
        return self.__class__(e for s in (self, other) for e in s)

    def difference(self, other):
        result = self.copy()
        result.difference_update(other)
        return result

    def difference_update(self, other):
        for item in list(other):
            self._data.discard(item)

    def intersection(self, other):
        return self.__class__(item for item in other if item in self)

    def intersection_update(self, other):
        self._data.intersection_update(other)

    def symmetric_difference(self, other):
        result = self.copy()
        result.symmetric_difference_update(other)
        return result

    def symmetric_difference_update(self, other):
        self._data.symmetric_difference_update(other)

    def issubset(self, other):
        return self._data.issubset(other)

    def issuperset(self, other):
        return self._data.issuperset(other)

    def __repr__(self):
        return repr(self._data)

    __class_getitem__ = classmethod(type(list[int]))


class _WeakDictionary(MutableMapping):
    def __init__(self, other=(), /, **kw):
        self._data = {}
        self.update(other, **kw)

    def __getitem__(self, key):
        return self._data[key]

    def __delitem__(self, key):
        del self._data[key]

    def __len__(self):
        return len(self._data)

    def __iter__(self):
        return iter(list(self._data))

    def __contains__(self, key):
        return key in self._data

    def __repr__(self):
        return f"<{self.__class__.__name__} at {id(self):#x}>"

    def copy(self):
        return self.__class__(self._data)

    __copy__ = copy

    def __deepcopy__(self, memo):
        from copy import deepcopy

        result = self.__class__()
        for key, value in self._data.items():
            result._data[self._copied_key(key, memo, deepcopy)] = self._copied_value(value, memo, deepcopy)
        return result

    def get(self, key, default=None):
        return self._data.get(key, default)

    def setdefault(self, key, default=None):
        if key not in self._data:
            self[key] = default
        return self._data[key]

    def items(self):
        return iter(list(self._data.items()))

    def keys(self):
        return iter(list(self._data))

    def values(self):
        return iter(list(self._data.values()))

    def popitem(self):
        return self._data.popitem()

    def pop(self, key, *args):
        return self._data.pop(key, *args)

    def __or__(self, other):
        if not isinstance(other, (dict, MutableMapping)):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ior__(self, other):
        self.update(other)
        return self


class WeakValueDictionary(_WeakDictionary):
    """A mapping that does not keep its values alive."""

    def __setitem__(self, key, value):
        ref(value)
        self._data[key] = value

    def _copied_key(self, key, memo, deepcopy):
        return deepcopy(key, memo)

    def _copied_value(self, value, memo, deepcopy):
        return value

    def itervaluerefs(self):
        return iter([ref(value) for value in self._data.values()])

    def valuerefs(self):
        return [ref(value) for value in self._data.values()]


class WeakKeyDictionary(_WeakDictionary):
    """A mapping that does not keep its keys alive."""

    def __setitem__(self, key, value):
        ref(key)
        self._data[key] = value

    def _copied_key(self, key, memo, deepcopy):
        return key

    def _copied_value(self, value, memo, deepcopy):
        return deepcopy(value, memo)

    def keyrefs(self):
        return [ref(key) for key in self._data]


class finalize:
    """A call to be made when an object dies; it can be made earlier by hand."""

    __slots__ = ("_info", "atexit")

    def __init__(self, obj, func, /, *args, **kwargs):
        ref(obj)
        self._info = (obj, func, args, kwargs)
        self.atexit = True

    def __call__(self, _=None):
        info = self._info
        if info is not None:
            self._info = None
            return info[1](*info[2], **info[3])

    def detach(self):
        info = self._info
        self._info = None
        return info

    def peek(self):
        return self._info

    @property
    def alive(self):
        return self._info is not None
