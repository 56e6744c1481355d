"""Higher-order functions: wrapping, caching, dispatch on types."""
from _functools import cmp_to_key, partial, reduce

__all__ = [
    "update_wrapper", "wraps", "WRAPPER_ASSIGNMENTS", "WRAPPER_UPDATES", "total_ordering", "cache", "cmp_to_key",
    "lru_cache", "reduce", "partial", "partialmethod", "singledispatch", "singledispatchmethod", "cached_property",
]

WRAPPER_ASSIGNMENTS = ("__module__", "__name__", "__qualname__", "__doc__", "__annotations__")
WRAPPER_UPDATES = ("__dict__",)


def update_wrapper(wrapper, wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """Makes `wrapper` look like `wrapped`, and puts that into its `__wrapped__`. Returns it."""
    for name in assigned:
        try:
            value = getattr(wrapped, name)
        except AttributeError:
            continue
        setattr(wrapper, name, value)
    for name in updated:
        getattr(wrapper, name).update(getattr(wrapped, name, {}))
    wrapper.__wrapped__ = wrapped
    return wrapper


def wraps(wrapped, assigned=WRAPPER_ASSIGNMENTS, updated=WRAPPER_UPDATES):
    """`update_wrapper` as a decorator of the wrapper."""

    def decorate(wrapper):
        return update_wrapper(wrapper, wrapped, assigned, updated)

    return decorate


# -- orderings ---------------------------------------------------------------------------------------


def _derived(name, root, from_root):
    """Makes comparison `name` of comparison `root`: `from_root(result of root, self, other)`."""

    def method(self, other):
        result = getattr(type(self), root)(self, other)
        return result if result is NotImplemented else from_root(result, self, other)

    method.__name__ = name
    method.__doc__ = getattr(int, name).__doc__
    return method


def _and_different(result, a, b):
    return result and a != b


def _or_equal(result, a, b):
    return result or a == b


def _not_or_equal(result, a, b):
    return not result or a == b


def _not_and_different(result, a, b):
    return not result and a != b


def _not(result, a, b):
    return not result


_DERIVATIONS = {
    "__lt__": (("__gt__", _not_and_different), ("__le__", _or_equal), ("__ge__", _not)),
    "__le__": (("__ge__", _not_or_equal), ("__lt__", _and_different), ("__gt__", _not)),
    "__gt__": (("__lt__", _not_and_different), ("__ge__", _or_equal), ("__le__", _not)),
    "__ge__": (("__le__", _not_or_equal), ("__gt__", _and_different), ("__lt__", _not)),
}


def total_ordering(cls):
    """Adds the ordering methods that the class lacks; it must define one."""
    defined = {op for op in _DERIVATIONS if getattr(cls, op, None) is not getattr(object, op, None)}
    if not defined:
        raise ValueError("must define at least one ordering operation: < > <= >=")
    root = max(defined)
    for name, from_root in _DERIVATIONS[root]:
        if name not in defined:
            method = _derived(name, root, from_root)
            method.__qualname__ = f"{cls.__qualname__}.{name}"
            setattr(cls, name, method)
    return cls


# -- partial application of methods --------------------------------------------------------------------


class partialmethod:
    """`partial` for use in a class body: `self` is put in front."""

    def __init__(self, func, /, *args, **keywords):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        if isinstance(func, partialmethod):
            self.func = func.func
            self.args = func.args + args
            self.keywords = {**func.keywords, **keywords}
        else:
            self.func = func
            self.args = args
            self.keywords = keywords

    def __repr__(self):
        parts = [repr(self.func), *map(repr, self.args), *[f"{k}={v!r}" for k, v in self.keywords.items()]]
        return f"{self.__class__.__module__}.{self.__class__.__qualname__}({', '.join(parts)})"

    def _make_unbound_method(self):
        def _method(cls_or_self, /, *args, **keywords):
            return self.func(cls_or_self, *self.args, *args, **{**self.keywords, **keywords})

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method._partialmethod = self
        return _method

    def __get__(self, obj, cls=None):
        get = getattr(self.func, "__get__", None)
        if get is not None:
            bound = get(obj, cls)
            if bound is not self.func:
                result = partial(bound, *self.args, **self.keywords)
                try:
                    result.__self__ = bound.__self__
                except AttributeError:
                    pass
                return result
        return self._make_unbound_method().__get__(obj, cls)

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)

    __class_getitem__ = classmethod(type(list[int]))


# -- caches ------------------------------------------------------------------------------------------

_KEYWORDS = object()
_absent = object()
_CacheInfo = None


def _info_class():
    # namedtuple is not needed before somebody asks for statistics.
    global _CacheInfo
    if _CacheInfo is None:
        from collections import namedtuple

        _CacheInfo = namedtuple("CacheInfo", ["hits", "misses", "maxsize", "currsize"])
        _CacheInfo.__module__ = "functools"
    return _CacheInfo


def _make_key(args, kwds, typed):
    key = args
    if kwds:
        key += (_KEYWORDS,)
        for item in kwds.items():
            key += item
    if typed:
        key += tuple([type(v) for v in args])
        if kwds:
            key += tuple([type(v) for v in kwds.values()])
    elif len(key) == 1 and type(key[0]) in (int, str):
        return key[0]
    return key


def lru_cache(maxsize=128, typed=False):
    """Remembers the results of the last `maxsize` different calls (None: of all)."""
    if isinstance(maxsize, int):
        if maxsize < 0:
            maxsize = 0
    elif callable(maxsize) and isinstance(typed, bool):
        return _cached(maxsize, 128, typed)
    elif maxsize is not None:
        raise TypeError("Expected first argument to be an integer, a callable, or None")

    def decorate(user_function):
        return _cached(user_function, maxsize, typed)

    return decorate


def cache(user_function, /):
    """`lru_cache` without a bound."""
    return _cached(user_function, None, False)


def _cached(user_function, maxsize, typed):
    if not callable(user_function):
        raise TypeError("the first argument must be callable")
    # Insertion order is order of use: a hit moves its entry to the end.
    results = {}
    hits = misses = 0

    if maxsize == 0:

        def wrapper(*args, **kwds):
            nonlocal misses
            misses += 1
            return user_function(*args, **kwds)

    elif maxsize is None:

        def wrapper(*args, **kwds):
            nonlocal hits, misses
            key = _make_key(args, kwds, typed)
            result = results.get(key, _absent)
            if result is not _absent:
                hits += 1
                return result
            misses += 1
            result = user_function(*args, **kwds)
            results[key] = result
            return result

    else:

        def wrapper(*args, **kwds):
            nonlocal hits, misses
            key = _make_key(args, kwds, typed)
            result = results.pop(key, _absent)
            if result is not _absent:
                results[key] = result
                hits += 1
                return result
            misses += 1
            result = user_function(*args, **kwds)
            # The call may have come here itself, or another tasklet may have: the entry may be there by now.
            if key not in results and len(results) >= maxsize:
                del results[next(iter(results))]
            results[key] = result
            return result

    def cache_info():
        """Returns (hits, misses, maxsize, currsize)."""
        return _info_class()(hits, misses, maxsize, len(results))

    def cache_clear():
        """Forgets all results."""
        nonlocal hits, misses
        results.clear()
        hits = misses = 0

    wrapper.cache_info = cache_info
    wrapper.cache_clear = cache_clear
    wrapper.cache_parameters = lambda: {"maxsize": maxsize, "typed": typed}
    return update_wrapper(wrapper, user_function)


class cached_property:
    """A property that is computed once for each instance and then stored in its `__dict__`."""

    def __init__(self, func):
        self.func = func
        self.attrname = None
        self.__doc__ = func.__doc__

    def __set_name__(self, owner, name):
        if self.attrname is None:
            self.attrname = name
        elif name != self.attrname:
            raise TypeError(
                "Cannot assign the same cached_property to two different names "
                f"({self.attrname!r} and {name!r})."
            )

    def __get__(self, instance, owner=None):
        if instance is None:
            return self
        if self.attrname is None:
            raise TypeError("Cannot use cached_property instance without calling __set_name__ on it.")
        try:
            cache = instance.__dict__
        except AttributeError:
            raise TypeError(
                f"No '__dict__' attribute on {type(instance).__name__!r} "
                f"instance to cache {self.attrname!r} property."
            ) from None
        value = cache.get(self.attrname, _absent)
        if value is _absent:
            value = self.func(instance)
            try:
                cache[self.attrname] = value
            except TypeError:
                raise TypeError(
                    f"The '__dict__' attribute on {type(instance).__name__!r} instance "
                    f"does not support item assignment for caching {self.attrname!r} property."
                ) from None
        return value

    __class_getitem__ = classmethod(type(list[int]))


# -- dispatch on the type of the first argument ----------------------------------------------------------


def _merge(sequences):
    """C3 merge."""
    result = []
    while True:
        sequences = [s for s in sequences if s]
        if not sequences:
            return result
        for candidate in sequences:
            head = candidate[0]
            if not any(head in s[1:] for s in sequences):
                break
        else:
            raise RuntimeError("Inconsistent hierarchy")
        result.append(head)
        for s in sequences:
            if s[0] is head:
                del s[0]


def _linearize(cls, abcs):
    """The order in which implementations are looked for, with the abstract classes put where they belong."""
    for boundary in range(len(cls.__bases__), -1, -1):
        if boundary == 0 or hasattr(cls.__bases__[boundary - 1], "__abstractmethods__"):
            break
    explicit = list(cls.__bases__[:boundary])
    others = list(cls.__bases__[boundary:])
    added = [
        base for base in abcs if issubclass(cls, base) and not any(issubclass(b, base) for b in cls.__bases__)
    ]
    remaining = [base for base in abcs if base not in added]
    orders = [_linearize(base, remaining) for base in explicit + added + others]
    return _merge([[cls], *orders, explicit, added, others])


def _compose_mro(cls, types):
    bases = set(cls.__mro__)

    def is_related(typ):
        return typ not in bases and hasattr(typ, "__mro__") and not isinstance(typ, type(list[int])) and issubclass(cls, typ)

    related = [t for t in types if is_related(t)]
    related = [t for t in related if not any(other is not t and t in other.__mro__ for other in related)]
    wanted = set(types)
    mro = []
    for typ in related:
        found = []
        for sub in typ.__subclasses__():
            if sub not in bases and issubclass(cls, sub):
                found.append([s for s in sub.__mro__ if s in wanted])
        if not found:
            mro.append(typ)
            continue
        found.sort(key=len, reverse=True)
        for sub in found:
            for base in sub:
                if base not in mro:
                    mro.append(base)
    return _linearize(cls, mro)


def _find_impl(cls, registry):
    match = None
    mro = _compose_mro(cls, registry.keys())
    for typ in mro:
        if match is not None:
            # Two abstract classes of equal standing: nobody can say which is meant.
            if (
                typ in registry
                and typ not in cls.__mro__
                and match not in cls.__mro__
                and not issubclass(match, typ)
            ):
                raise RuntimeError(f"Ambiguous dispatch: {match} or {typ}")
            break
        if typ in registry:
            match = typ
    return registry.get(match)


def singledispatch(func):
    """Makes a generic function: `register` adds implementations for types of the first argument."""
    from abc import get_cache_token
    from types import MappingProxyType, UnionType

    registry = {}
    known = {}
    token = None
    name = getattr(func, "__name__", "singledispatch function")

    def dispatch(cls):
        """The implementation for instances of `cls`."""
        nonlocal token
        if token is not None:
            current = get_cache_token()
            if token != current:
                known.clear()
                token = current
        implementation = known.get(cls)
        if implementation is None:
            implementation = registry.get(cls)
            if implementation is None:
                implementation = _find_impl(cls, registry)
            known[cls] = implementation
        return implementation

    def members(cls):
        """The classes of a union, or None."""
        if isinstance(cls, UnionType):
            return cls.__args__
        if type(cls).__name__ == "_UnionGenericAlias":
            return cls.__args__
        return None

    def is_class(cls):
        return isinstance(cls, type) and not isinstance(cls, type(list[int]))

    def is_valid(cls):
        if is_class(cls):
            return True
        parts = members(cls)
        return parts is not None and all(is_class(part) for part in parts)

    def register(cls, func=None):
        """register(type, func), or a decorator: register(type), or register for the annotated first parameter."""
        nonlocal token
        if is_valid(cls):
            if func is None:
                return lambda f: register(cls, f)
        else:
            if func is not None:
                raise TypeError(f"Invalid first argument to `register()`. {cls!r} is not a class or union type.")
            annotations = getattr(cls, "__annotations__", {})
            if not annotations:
                raise TypeError(
                    f"Invalid first argument to `register()`: {cls!r}. "
                    "Use either `@register(some_class)` or plain `@register` "
                    "on an annotated function."
                )
            func = cls
            from typing import get_type_hints

            parameter, cls = next(iter(get_type_hints(func).items()))
            if not is_valid(cls):
                if members(cls) is not None:
                    raise TypeError(f"Invalid annotation for {parameter!r}. {cls!r} not all arguments are classes.")
                raise TypeError(f"Invalid annotation for {parameter!r}. {cls!r} is not a class.")
        parts = members(cls)
        for part in parts if parts is not None else (cls,):
            registry[part] = func
            if token is None and hasattr(part, "__abstractmethods__"):
                token = get_cache_token()
        known.clear()
        return func

    def wrapper(*args, **kw):
        if not args:
            raise TypeError(f"{name} requires at least 1 positional argument")
        return dispatch(args[0].__class__)(*args, **kw)

    registry[object] = func
    wrapper.register = register
    wrapper.dispatch = dispatch
    wrapper.registry = MappingProxyType(registry)
    wrapper._clear_cache = known.clear
    update_wrapper(wrapper, func)
    return wrapper


class singledispatchmethod:
    """As `singledispatch`, for methods: the argument after `self` or `cls` decides."""

    def __init__(self, func):
        if not callable(func) and not hasattr(func, "__get__"):
            raise TypeError(f"{func!r} is not callable or a descriptor")
        self.dispatcher = singledispatch(func)
        self.func = func

    def register(self, cls, method=None):
        return self.dispatcher.register(cls, func=method)

    def __get__(self, obj, cls=None):
        dispatch = self.dispatcher.dispatch

        def _method(*args, **kwargs):
            return dispatch(args[0].__class__).__get__(obj, cls)(*args, **kwargs)

        _method.__isabstractmethod__ = self.__isabstractmethod__
        _method.register = self.register
        update_wrapper(_method, self.func)
        return _method

    @property
    def __isabstractmethod__(self):
        return getattr(self.func, "__isabstractmethod__", False)
