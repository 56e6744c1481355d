"""Abstract base classes."""


class _Book:
    """What a class of ABCMeta knows of its subclasses. Holds classes strongly: they live as long as the class itself."""

    __slots__ = ("registry", "cache", "negative", "version")

    def __init__(self):
        self.registry = set()
        self.cache = set()
        self.negative = set()
        self.version = _token[0]


# Counts registrations: answers "no" given before the last one are not believed.
_token = [0]


def get_cache_token():
    """Returns a value that changes with every `register()` on any abstract base class."""
    return _token[0]


def abstractmethod(funcobj):
    """Marks a method that concrete classes must override."""
    funcobj.__isabstractmethod__ = True
    return funcobj


class abstractclassmethod(classmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractstaticmethod(staticmethod):
    __isabstractmethod__ = True

    def __init__(self, callable):
        callable.__isabstractmethod__ = True
        super().__init__(callable)


class abstractproperty(property):
    __isabstractmethod__ = True


def _abstract_names(cls, own):
    names = {name for name, value in own if getattr(value, "__isabstractmethod__", False)}
    for base in cls.__bases__:
        for name in getattr(base, "__abstractmethods__", ()):
            if getattr(getattr(cls, name, None), "__isabstractmethod__", False):
                names.add(name)
    return frozenset(names)


class ABCMeta(type):
    """Metaclass of abstract base classes: counts what is still abstract, and lets other classes be registered as subclasses."""

    def __new__(mcls, name, bases, namespace, /, **kwargs):
        cls = super().__new__(mcls, name, bases, namespace, **kwargs)
        cls.__abstractmethods__ = _abstract_names(cls, namespace.items())
        cls._abc_impl = _Book()
        return cls

    def register(cls, subclass):
        """Makes `subclass` count as a subclass. Returns it, for use as a decorator."""
        if not isinstance(subclass, type):
            raise TypeError("Can only register classes")
        if issubclass(subclass, cls):
            return subclass
        if issubclass(cls, subclass):
            raise RuntimeError("Refusing to create an inheritance cycle")
        cls._abc_impl.registry.add(subclass)
        _token[0] += 1
        return subclass

    def __instancecheck__(cls, instance):
        subclass = instance.__class__
        book = cls._abc_impl
        if subclass in book.cache:
            return True
        actual = type(instance)
        if actual is subclass:
            if book.version == _token[0] and subclass in book.negative:
                return False
            return cls.__subclasscheck__(subclass)
        return cls.__subclasscheck__(subclass) or cls.__subclasscheck__(actual)

    def __subclasscheck__(cls, subclass):
        if not isinstance(subclass, type):
            raise TypeError("issubclass() arg 1 must be a class")
        book = cls._abc_impl
        if subclass in book.cache:
            return True
        if book.version != _token[0]:
            book.negative = set()
            book.version = _token[0]
        elif subclass in book.negative:
            return False
        answer = cls.__subclasshook__(subclass)
        if answer is NotImplemented:
            answer = _is_subclass(cls, subclass)
        elif not isinstance(answer, bool):
            raise AssertionError("__subclasshook__ must return either False, True, or NotImplemented")
        (book.cache if answer else book.negative).add(subclass)
        return answer

    def _dump_registry(cls, file=None):
        book = cls._abc_impl
        print(f"Class: {cls.__module__}.{cls.__qualname__}", file=file)
        print(f"Inv. counter: {get_cache_token()}", file=file)
        print(f"_abc_registry: {book.registry!r}", file=file)
        print(f"_abc_cache: {book.cache!r}", file=file)
        print(f"_abc_negative_cache: {book.negative!r}", file=file)
        print(f"_abc_negative_cache_version: {book.version!r}", file=file)

    def _abc_registry_clear(cls):
        cls._abc_impl.registry.clear()

    def _abc_caches_clear(cls):
        cls._abc_impl.cache.clear()
        cls._abc_impl.negative.clear()


def _is_subclass(cls, subclass):
    if cls in getattr(subclass, "__mro__", ()):
        return True
    for registered in tuple(cls._abc_impl.registry):
        if issubclass(subclass, registered):
            return True
    for derived in cls.__subclasses__():
        if issubclass(subclass, derived):
            return True
    return False


def update_abstractmethods(cls):
    """Counts anew what is abstract in `cls`, after its attributes have been changed."""
    if not hasattr(cls, "__abstractmethods__"):
        return cls
    cls.__abstractmethods__ = _abstract_names(cls, cls.__dict__.items())
    return cls


class ABC(metaclass=ABCMeta):
    """Base class for those who would rather not write `metaclass=ABCMeta`."""

    __slots__ = ()
