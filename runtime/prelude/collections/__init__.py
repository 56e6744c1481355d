"""Containers beyond the built-in ones."""
import sys
from _collections import _tuplegetter, deque
from keyword import iskeyword

__all__ = [
    "ChainMap", "Counter", "OrderedDict", "UserDict", "UserList", "UserString", "defaultdict", "deque", "namedtuple",
]

_absent = object()
_tuple_new = tuple.__new__


def __getattr__(name):
    # The classes that build on the abstract ones are seldom wanted; they are loaded when asked for.
    if name in ("ChainMap", "UserDict", "UserList", "UserString"):
        import _collections_user

        value = globals()[name] = getattr(_collections_user, name)
        return value
    if name == "abc":
        import collections.abc

        return collections.abc
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


# -- namedtuple --------------------------------------------------------------------------------------


def namedtuple(typename, field_names, *, rename=False, defaults=None, module=None):
    """Makes a subclass of tuple whose items have names."""
    if isinstance(field_names, str):
        field_names = field_names.replace(",", " ").split()
    field_names = [str(name) for name in field_names]
    typename = sys.intern(str(typename))

    if rename:
        seen = set()
        for index, name in enumerate(field_names):
            if not name.isidentifier() or iskeyword(name) or name.startswith("_") or name in seen:
                field_names[index] = f"_{index}"
            seen.add(name)
    for name in [typename, *field_names]:
        if not name.isidentifier():
            raise ValueError(f"Type names and field names must be valid identifiers: {name!r}")
        if iskeyword(name):
            raise ValueError(f"Type names and field names cannot be a keyword: {name!r}")
    seen = set()
    for name in field_names:
        if name.startswith("_") and not rename:
            raise ValueError(f"Field names cannot start with an underscore: {name!r}")
        if name in seen:
            raise ValueError(f"Encountered duplicate field name: {name!r}")
        seen.add(name)

    field_defaults = {}
    if defaults is not None:
        defaults = tuple(defaults)
        if len(defaults) > len(field_names):
            raise TypeError("Got more default values than field names")
        field_defaults = dict(zip(field_names[len(field_names) - len(defaults):], defaults))

    fields = tuple([sys.intern(name) for name in field_names])
    count = len(fields)
    parameters = ", ".join(fields)
    items = f"({parameters},)" if count == 1 else f"({parameters})"
    text = f"lambda _cls, {parameters}: _tuple_new(_cls, {items})"
    __new__ = eval(text, {"_tuple_new": _tuple_new, "__builtins__": {}, "__name__": f"namedtuple_{typename}"})
    __new__.__name__ = "__new__"
    __new__.__doc__ = f"Create new instance of {typename}({parameters})"
    if defaults is not None:
        __new__.__defaults__ = defaults

    @classmethod
    def _make(cls, iterable):
        result = _tuple_new(cls, iterable)
        if len(result) != count:
            raise TypeError(f"Expected {count} arguments, got {len(result)}")
        return result

    _make.__func__.__doc__ = f"Make a new {typename} object from a sequence or iterable"

    def _replace(self, /, **kwds):
        values = [kwds.pop(name, value) for name, value in zip(fields, self)]
        if kwds:
            raise ValueError(f"Got unexpected field names: {list(kwds)!r}")
        return self._make(values)

    _replace.__doc__ = f"Return a new {typename} object replacing specified fields with new values"
    form = "(" + ", ".join([f"{name}=%r" for name in fields]) + ")"

    def __repr__(self):
        "Return a nicely formatted representation string"
        return self.__class__.__name__ + form % tuple(self)

    def _asdict(self):
        "Return a new dict which maps field names to their values."
        return dict(zip(self._fields, self))

    def __getnewargs__(self):
        "Return self as a plain tuple.  Used by copy and pickle."
        return tuple(self)

    for method in (__new__, _make.__func__, _replace, __repr__, _asdict, __getnewargs__):
        method.__qualname__ = f"{typename}.{method.__name__}"

    namespace = {
        "__doc__": f"{typename}({parameters})",
        "__slots__": (),
        "_fields": fields,
        "_field_defaults": field_defaults,
        "__new__": __new__,
        "_make": _make,
        "_replace": _replace,
        "__repr__": __repr__,
        "_asdict": _asdict,
        "__getnewargs__": __getnewargs__,
        "__match_args__": fields,
    }
    for index, name in enumerate(fields):
        namespace[name] = _tuplegetter(index, f"Alias for field number {index}")

    if module is None:
        # The class belongs to the module that asked for it.
        try:
            module = sys._getframe(1).f_globals.get("__name__", "__main__")
        except (AttributeError, ValueError):
            module = None
    if module is not None:
        namespace["__module__"] = module
    return type(typename, (tuple,), namespace)


# -- dictionaries ------------------------------------------------------------------------------------


class defaultdict(dict):
    """A dict that makes missing values by calling its first argument."""

    __slots__ = ("default_factory",)

    def __init__(self, default_factory=None, /, *args, **kwargs):
        if default_factory is not None and not callable(default_factory):
            raise TypeError("first argument must be callable or None")
        dict.__init__(self, *args, **kwargs)
        self.default_factory = default_factory

    def __missing__(self, key, /):
        factory = self.default_factory
        if factory is None:
            raise KeyError(key)
        value = self[key] = factory()
        return value

    def __repr__(self):
        if id(self) in _shown:
            factory = "..."
        else:
            _shown.add(id(self))
            try:
                factory = repr(self.default_factory)
            finally:
                _shown.discard(id(self))
        return f"{type(self).__name__}({factory}, {dict.__repr__(self)})"

    def copy(self):
        return type(self)(self.default_factory, self)

    __copy__ = copy

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.copy()
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = type(self)(self.default_factory, other)
        result.update(self)
        return result

    def __reduce__(self):
        factory = self.default_factory
        return type(self), (() if factory is None else (factory,)), None, None, iter(self.items())

    __class_getitem__ = classmethod(type(list[int]))


_shown = set()


class OrderedDict(dict):
    """A dict whose order takes part in comparisons and can be changed."""

    def __eq__(self, other):
        if isinstance(other, OrderedDict):
            return dict.__eq__(self, other) and all(map(_same, self, other))
        return dict.__eq__(self, other)

    def __ne__(self, other):
        answer = self.__eq__(other)
        return answer if answer is NotImplemented else not answer

    __hash__ = None

    def popitem(self, last=True):
        """Removes and returns the last item, or the first. Raises KeyError when there is none."""
        if not self:
            raise KeyError("dictionary is empty")
        if last:
            return dict.popitem(self)
        key = next(iter(self))
        return key, self.pop(key)

    def move_to_end(self, key, last=True):
        """Puts an item last, or first. Raises KeyError if there is none."""
        value = dict.pop(self, key)
        if last:
            dict.__setitem__(self, key, value)
            return
        rest = list(self.items())
        dict.clear(self)
        dict.__setitem__(self, key, value)
        for key, value in rest:
            dict.__setitem__(self, key, value)

    def pop(self, key, default=_absent):
        if key in self:
            value = self[key]
            del self[key]
            return value
        if default is not _absent:
            return default
        missing = getattr(type(self), "__missing__", None)
        if missing is not None:
            return missing(self, key)
        raise KeyError(key)

    def setdefault(self, key, default=None):
        if key in self:
            return self[key]
        self[key] = default
        return default

    def update(self, other=(), /, **kwds):
        if hasattr(other, "keys"):
            for key in other.keys():
                self[key] = other[key]
        else:
            for key, value in other:
                self[key] = value
        for key, value in kwds.items():
            self[key] = value

    def __init__(self, other=(), /, **kwds):
        self.update(other, **kwds)

    def __repr__(self):
        if id(self) in _shown:
            return "..."
        _shown.add(id(self))
        try:
            return f"{type(self).__name__}({list(self.items())!r})" if self else f"{type(self).__name__}()"
        finally:
            _shown.discard(id(self))

    def copy(self):
        return self.__class__(self)

    @classmethod
    def fromkeys(cls, iterable, value=None):
        result = cls()
        for key in iterable:
            result[key] = value
        return result

    def __or__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(self)
        result.update(other)
        return result

    def __ror__(self, other):
        if not isinstance(other, dict):
            return NotImplemented
        result = self.__class__(other)
        result.update(self)
        return result

    def __ior__(self, other):
        self.update(other)
        return self

    def __reduce__(self):
        return self.__class__, (), self.__dict__.copy() or None, None, iter(self.items())


def _same(a, b):
    return a is b or a == b


class Counter(dict):
    """Counts how often each element occurs. What never occurred counts as 0."""

    def __init__(self, iterable=None, /, **kwds):
        super().__init__()
        self.update(iterable, **kwds)

    def __missing__(self, key):
        return 0

    def total(self):
        """The sum of the counts."""
        return sum(self.values())

    def most_common(self, n=None):
        """The n most common elements and their counts, most common first; all of them if n is None."""
        if n is None:
            return sorted(self.items(), key=_count_of, reverse=True)
        if n == 1:
            return [max(self.items(), key=_count_of)] if self else []
        return sorted(self.items(), key=_count_of, reverse=True)[: max(n, 0)]

    def elements(self):
        """An iterator over each element as often as it counts."""
        for element, count in self.items():
            for _ in range(count):
                yield element

    @classmethod
    def fromkeys(cls, iterable, v=None):
        raise NotImplementedError("Counter.fromkeys() is undefined.  Use Counter(iterable) instead.")

    def update(self, iterable=None, /, **kwds):
        """Adds counts: of a mapping, or of the elements of an iterable."""
        if iterable is not None:
            if _is_mapping(iterable):
                if self:
                    get = self.get
                    for element, count in iterable.items():
                        self[element] = count + get(element, 0)
                else:
                    super().update(iterable)
            else:
                _count_elements(self, iterable)
        if kwds:
            self.update(kwds)

    def subtract(self, iterable=None, /, **kwds):
        """As update(), but takes the counts away."""
        if iterable is not None:
            get = self.get
            if _is_mapping(iterable):
                for element, count in iterable.items():
                    self[element] = get(element, 0) - count
            else:
                for element in iterable:
                    self[element] = get(element, 0) - 1
        if kwds:
            self.subtract(kwds)

    def copy(self):
        return self.__class__(self)

    def __reduce__(self):
        return self.__class__, (dict(self),)

    def __delitem__(self, element):
        """As for a dict, but without an error if there is none."""
        if element in self:
            super().__delitem__(element)

    def __repr__(self):
        if not self:
            return f"{self.__class__.__name__}()"
        try:
            items = dict(self.most_common())
        except TypeError:
            # Counts that do not compare.
            items = dict(self)
        return f"{self.__class__.__name__}({items!r})"

    def __eq__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] == other[e] for c in (self, other) for e in c)

    def __ne__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return not self == other

    def __le__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] <= other[e] for c in (self, other) for e in c)

    def __lt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self <= other and self != other

    def __ge__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return all(self[e] >= other[e] for c in (self, other) for e in c)

    def __gt__(self, other):
        if not isinstance(other, Counter):
            return NotImplemented
        return self >= other and self != other

    def _combine(self, other, count_of):
        """The positive counts that `count_of(own, other's)` gives for the elements of both."""
        result = Counter()
        for element, count in self.items():
            combined = count_of(count, other[element])
            if combined > 0:
                result[element] = combined
        for element, count in other.items():
            if element not in self:
                combined = count_of(0, count)
                if combined > 0:
                    result[element] = combined
        return result

    def __add__(self, other):
        return self._combine(other, _plus) if isinstance(other, Counter) else NotImplemented

    def __sub__(self, other):
        return self._combine(other, _minus) if isinstance(other, Counter) else NotImplemented

    def __or__(self, other):
        return self._combine(other, _larger) if isinstance(other, Counter) else NotImplemented

    def __and__(self, other):
        return self._combine(other, _smaller) if isinstance(other, Counter) else NotImplemented

    def __pos__(self):
        return self._combine(Counter(), _plus)

    def __neg__(self):
        return Counter()._combine(self, _minus)

    def _keep_positive(self):
        for element in [e for e, count in self.items() if not count > 0]:
            del self[element]
        return self

    def __iadd__(self, other):
        for element, count in other.items():
            self[element] += count
        return self._keep_positive()

    def __isub__(self, other):
        for element, count in other.items():
            self[element] -= count
        return self._keep_positive()

    def __ior__(self, other):
        for element, count in other.items():
            if count > self[element]:
                self[element] = count
        return self._keep_positive()

    def __iand__(self, other):
        for element, count in self.items():
            if other[element] < count:
                self[element] = other[element]
        return self._keep_positive()


def _count_of(item):
    return item[1]


def _plus(a, b):
    return a + b


def _minus(a, b):
    return a - b


def _larger(a, b):
    return b if a < b else a


def _smaller(a, b):
    return a if a < b else b


def _is_mapping(obj):
    if isinstance(obj, dict):
        return True
    if isinstance(obj, (list, tuple, str, set, frozenset)):
        return False
    from _collections_abc import Mapping

    return isinstance(obj, Mapping)


def _count_elements(mapping, iterable):
    get = mapping.get
    for element in iterable:
        mapping[element] = get(element, 0) + 1
