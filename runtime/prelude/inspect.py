"""What functions, classes, frames and other live objects are made of."""
import sys
import types
from types import GenericAlias

__all__ = [
    "ArgInfo", "Arguments", "Attribute", "BoundArguments", "CO_ASYNC_GENERATOR", "CO_COROUTINE", "CO_GENERATOR",
    "CO_ITERABLE_COROUTINE", "CO_NESTED", "CO_NEWLOCALS", "CO_NOFREE", "CO_OPTIMIZED", "CO_VARARGS", "CO_VARKEYWORDS",
    "ClosureVars", "CORO_CLOSED", "CORO_CREATED", "CORO_RUNNING", "CORO_SUSPENDED", "FrameInfo", "FullArgSpec",
    "GEN_CLOSED", "GEN_CREATED", "GEN_RUNNING", "GEN_SUSPENDED", "Parameter", "Signature", "TPFLAGS_IS_ABSTRACT", "Traceback",
    "classify_class_attrs", "cleandoc", "currentframe", "formatannotation", "formatannotationrelativeto", "get_annotations",
    "getabsfile", "getargs", "getargvalues", "getattr_static", "getcallargs", "getclosurevars", "getcomments",
    "getcoroutinelocals", "getcoroutinestate", "getdoc", "getfile", "getframeinfo", "getfullargspec", "getgeneratorlocals",
    "getgeneratorstate", "getinnerframes", "getlineno", "getmembers", "getmembers_static", "getmodule", "getmodulename",
    "getmro", "getouterframes", "getsource", "getsourcefile", "getsourcelines", "indentsize", "isabstract", "isasyncgen",
    "isasyncgenfunction", "isawaitable", "isbuiltin", "isclass", "iscode", "iscoroutine", "iscoroutinefunction",
    "isdatadescriptor", "isframe", "isfunction", "isgenerator", "isgeneratorfunction", "isgetsetdescriptor",
    "ismemberdescriptor", "ismethod", "ismethoddescriptor", "ismethodwrapper", "ismodule", "isroutine", "istraceback",
    "signature", "stack", "trace", "unwrap", "walktree",
]

CO_OPTIMIZED = 1
CO_NEWLOCALS = 2
CO_VARARGS = 4
CO_VARKEYWORDS = 8
CO_NESTED = 16
CO_GENERATOR = 32
CO_NOFREE = 64
CO_COROUTINE = 128
CO_ITERABLE_COROUTINE = 256
CO_ASYNC_GENERATOR = 512
TPFLAGS_IS_ABSTRACT = 1 << 20

_NoneType = type(None)


# -- kinds of objects ----------------------------------------------------------------------------------------


def ismodule(object):
    return isinstance(object, types.ModuleType)


def isclass(object):
    return isinstance(object, type)


def ismethod(object):
    return isinstance(object, types.MethodType)


def isfunction(object):
    return isinstance(object, types.FunctionType)


def istraceback(object):
    return isinstance(object, types.TracebackType)


def isframe(object):
    return isinstance(object, types.FrameType)


def iscode(object):
    return isinstance(object, types.CodeType)


def isbuiltin(object):
    return isinstance(object, types.BuiltinFunctionType)


def ismethodwrapper(object):
    return isinstance(object, types.MethodWrapperType)


def ismethoddescriptor(object):
    """Is it a method of a built-in type, found on the type?"""
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__get__") and not hasattr(tp, "__set__")


def isdatadescriptor(object):
    if isclass(object) or ismethod(object) or isfunction(object):
        return False
    tp = type(object)
    return hasattr(tp, "__set__") or hasattr(tp, "__delete__")


def ismemberdescriptor(object):
    return isinstance(object, types.MemberDescriptorType)


def isgetsetdescriptor(object):
    return isinstance(object, types.GetSetDescriptorType)


def isroutine(object):
    return (
        isbuiltin(object) or isfunction(object) or ismethod(object) or ismethoddescriptor(object) or ismethodwrapper(object)
    )


def isabstract(object):
    return isinstance(object, type) and bool(getattr(object, "__abstractmethods__", None))


def _unwrapped(func):
    import functools

    while ismethod(func):
        func = func.__func__
    while isinstance(func, functools.partial):
        func = func.func
        while ismethod(func):
            func = func.__func__
    return func


def _has_code_flag(f, flag):
    f = _unwrapped(f)
    return isfunction(f) and bool(f.__code__.co_flags & flag)


def isgeneratorfunction(obj):
    return _has_code_flag(obj, CO_GENERATOR)


def iscoroutinefunction(obj):
    return _has_code_flag(obj, CO_COROUTINE)


def isasyncgenfunction(obj):
    return _has_code_flag(obj, CO_ASYNC_GENERATOR)


def isasyncgen(object):
    return isinstance(object, types.AsyncGeneratorType)


def isgenerator(object):
    return isinstance(object, types.GeneratorType)


def iscoroutine(object):
    return isinstance(object, types.CoroutineType)


def isawaitable(object):
    if isinstance(object, types.CoroutineType):
        return True
    if isinstance(object, types.GeneratorType):
        return bool(object.gi_code.co_flags & CO_ITERABLE_COROUTINE)
    return hasattr(type(object), "__await__")


# -- members -------------------------------------------------------------------------------------------------


def _getmembers(object, predicate, getter):
    results = []
    seen = set()
    names = dir(object)
    mro = (object, *getmro(object)) if isclass(object) else ()
    try:
        for base in object.__bases__:
            for name, value in base.__dict__.items():
                if isinstance(value, types.DynamicClassAttribute):
                    names.append(name)
    except AttributeError:
        pass
    for key in names:
        try:
            value = getter(object, key)
            if key in seen:
                raise AttributeError
        except AttributeError:
            for base in mro:
                if key in base.__dict__:
                    value = base.__dict__[key]
                    break
            else:
                continue
        if not predicate or predicate(value):
            results.append((key, value))
        seen.add(key)
    results.sort(key=lambda pair: pair[0])
    return results


def getmembers(object, predicate=None):
    """(name, value) of all attributes, sorted by name."""
    return _getmembers(object, predicate, getattr)


def getmembers_static(object, predicate=None):
    return _getmembers(object, predicate, getattr_static)


def getmro(cls):
    return cls.__mro__


_sentinel = object()


def getattr_static(obj, attr, default=_sentinel):
    """An attribute as it is stored, without calling descriptors or __getattr__."""
    instance_result = _sentinel
    if not isinstance(obj, type):
        klass = type(obj)
        try:
            instance_dict = object.__getattribute__(obj, "__dict__")
        except AttributeError:
            instance_dict = {}
        instance_result = dict.get(instance_dict, attr, _sentinel) if isinstance(instance_dict, dict) else _sentinel
    else:
        klass = obj
    klass_result = _sentinel
    for entry in type.__dict__["__mro__"].__get__(klass):
        if attr in type.__dict__["__dict__"].__get__(entry):
            klass_result = type.__dict__["__dict__"].__get__(entry)[attr]
            break
    if instance_result is not _sentinel and klass_result is not _sentinel:
        found = type(klass_result)
        if hasattr(found, "__get__") and (hasattr(found, "__set__") or hasattr(found, "__delete__")):
            return klass_result
    if instance_result is not _sentinel:
        return instance_result
    if klass_result is not _sentinel:
        return klass_result
    if obj is klass:
        for entry in type(klass).__mro__:
            if attr in entry.__dict__:
                return entry.__dict__[attr]
    if default is not _sentinel:
        return default
    raise AttributeError(attr)


class Attribute(tuple):
    """(name, kind, defining class, object)"""

    __slots__ = ()
    _fields = ("name", "kind", "defining_class", "object")

    def __new__(cls, name, kind, defining_class, object):
        return tuple.__new__(cls, (name, kind, defining_class, object))

    name = property(lambda self: self[0])
    kind = property(lambda self: self[1])
    defining_class = property(lambda self: self[2])
    object = property(lambda self: self[3])

    def __repr__(self):
        return f"Attribute(name={self[0]!r}, kind={self[1]!r}, defining_class={self[2]!r}, object={self[3]!r})"


def classify_class_attrs(cls):
    """What each attribute of a class is: 'class method', 'static method', 'property', 'method' or 'data'."""
    result = []
    for name in sorted(set(dir(cls))):
        homecls = None
        for base in (*cls.__mro__, *type(cls).__mro__):
            if name in base.__dict__:
                homecls = base
                break
        if homecls is None:
            continue
        obj = homecls.__dict__[name]
        if isinstance(obj, (staticmethod, types.BuiltinMethodType)):
            kind = "static method"
        elif isinstance(obj, (classmethod, types.ClassMethodDescriptorType)):
            kind = "class method"
        elif isinstance(obj, property):
            kind = "property"
        elif isroutine(obj):
            kind = "method"
        else:
            kind = "data"
        result.append(Attribute(name, kind, homecls, obj))
    return result


def unwrap(func, *, stop=None):
    """Follows `__wrapped__` to the innermost function."""
    f = func
    memo = {id(f)}
    while hasattr(func, "__wrapped__"):
        if stop is not None and stop(func):
            break
        func = func.__wrapped__
        if id(func) in memo:
            raise ValueError(f"wrapper loop when unwrapping {f!r}")
        memo.add(id(func))
    return func


# -- texts ---------------------------------------------------------------------------------------------------


def _find_doc(obj):
    if isclass(obj):
        for base in obj.__mro__:
            if base is not object:
                try:
                    doc = base.__doc__
                except AttributeError:
                    continue
                if doc is not None:
                    return doc
        return None
    if ismethod(obj):
        name = obj.__func__.__name__
        cls = obj.__self__ if isclass(obj.__self__) else obj.__self__.__class__
    elif isfunction(obj):
        name = obj.__name__
        cls = getattr(sys.modules.get(obj.__module__), obj.__qualname__.rpartition(".")[0], None)
        if not isclass(cls):
            return None
    elif isinstance(obj, property):
        name = obj.fget.__name__
        cls = getattr(sys.modules.get(obj.fget.__module__), obj.fget.__qualname__.rpartition(".")[0], None)
        if not isclass(cls):
            return None
    else:
        return None
    for base in cls.__mro__:
        doc = getattr(getattr(base, name, None), "__doc__", None)
        if doc is not None:
            return doc
    return None


def getdoc(object):
    """The docstring, cleaned; of methods without one that of the method overridden."""
    try:
        doc = object.__doc__
    except AttributeError:
        return None
    if doc is None:
        try:
            doc = _find_doc(object)
        except (AttributeError, TypeError):
            return None
    return cleandoc(doc) if isinstance(doc, str) else None


def cleandoc(doc):
    """Takes the indentation of the second and later lines off."""
    lines = doc.expandtabs().split("\n")
    margin = None
    for line in lines[1:]:
        content = len(line.lstrip())
        if content:
            indent = len(line) - content
            margin = indent if margin is None else min(margin, indent)
    if lines:
        lines[0] = lines[0].lstrip()
    if margin is not None:
        lines[1:] = [line[margin:] for line in lines[1:]]
    while lines and not lines[-1]:
        lines.pop()
    while lines and not lines[0]:
        lines.pop(0)
    return "\n".join(lines)


def indentsize(line):
    expanded = line.expandtabs()
    return len(expanded) - len(expanded.lstrip())


def getfile(object):
    """The name of the file in which an object was defined."""
    if ismodule(object):
        if getattr(object, "__file__", None):
            return object.__file__
        raise TypeError(f"{object!r} is a built-in module")
    if isclass(object):
        if hasattr(object, "__module__"):
            module = sys.modules.get(object.__module__)
            if getattr(module, "__file__", None):
                return module.__file__
            if object.__module__ == "__main__":
                raise OSError("source code not available")
        raise TypeError(f"{object!r} is a built-in class")
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        return object.co_filename
    raise TypeError(
        "module, class, method, function, traceback, frame, or "
        f"code object was expected, got {type(object).__name__}"
    )


def getsourcefile(object):
    return getfile(object)


getabsfile = getfile


def getmodulename(path):
    name = path.replace("\\", "/").rpartition("/")[2]
    return name[:-3] if name.endswith(".py") else None


def getmodule(object, _filename=None):
    """The module in which an object was defined, or None."""
    if ismodule(object):
        return object
    if hasattr(object, "__module__"):
        return sys.modules.get(object.__module__)
    try:
        file = getfile(object)
    except TypeError:
        return None
    for module in list(sys.modules.values()):
        if ismodule(module) and getattr(module, "__file__", None) == file:
            return module
    main = sys.modules.get("__main__")
    if main is not None and hasattr(object, "__name__") and getattr(main, object.__name__, None) is object:
        return main
    return None


def _block(lines):
    """The lines of the definition that starts with the first of `lines`."""
    first = lines[0]
    margin = indentsize(first)
    depth = 0
    body_started = False
    end = 1
    in_header = True
    for i, line in enumerate(lines):
        stripped = line.strip()
        if in_header:
            end = i + 1
            code = stripped.split("#")[0].rstrip()
            for c in code:
                if c in "([{":
                    depth += 1
                elif c in ")]}":
                    depth -= 1
            if depth <= 0 and not stripped.startswith("@") and code.endswith(":"):
                in_header = False
            elif depth <= 0 and not stripped.startswith("@") and ":" in code and "lambda" not in code:
                return lines[:end]
            elif depth <= 0 and "lambda" in code:
                return lines[:end]
            continue
        if not stripped or (stripped.startswith("#") and indentsize(line) > margin):
            continue
        if indentsize(line) <= margin and not stripped.startswith(")"):
            break
        body_started = True
        end = i + 1
    return lines[:end]


def _find_class(lines, cls):
    """Index of the line on which a class begins."""
    name = cls.__qualname__.split(".")[-1]
    best = None
    for i, line in enumerate(lines):
        stripped = line.lstrip()
        if stripped.startswith("class " + name) and not stripped[6 + len(name) : 7 + len(name)].isidentifier():
            candidate = (indentsize(line), i)
            if best is None or candidate < best:
                best = candidate
    if best is None:
        raise OSError("could not find class definition")
    i = best[1]
    while i > 0 and lines[i - 1].lstrip().startswith("@"):
        i -= 1
    return i


def findsource(object):
    """All lines of the file of an object, and the index of its own first line."""
    import linecache

    file = getfile(object)
    lines = linecache.getlines(file)
    if not lines:
        raise OSError("could not get source code")
    if ismodule(object):
        return lines, 0
    if isclass(object):
        return lines, _find_class(lines, object)
    if ismethod(object):
        object = object.__func__
    if isfunction(object):
        object = object.__code__
    if istraceback(object):
        object = object.tb_frame
    if isframe(object):
        object = object.f_code
    if iscode(object):
        lnum = object.co_firstlineno - 1
        if lnum >= len(lines):
            raise OSError("lineno is out of bounds")
        return lines, max(lnum, 0)
    raise OSError("could not find code object")


def getsourcelines(object):
    """The source lines of an object and the number of the first."""
    object = unwrap(object)
    lines, lnum = findsource(object)
    if istraceback(object):
        object = object.tb_frame
    if ismodule(object) or (isframe(object) and object.f_code.co_name == "<module>"):
        return lines, 0
    return _block(lines[lnum:]), lnum + 1


def getsource(object):
    """The source text of an object."""
    return "".join(getsourcelines(object)[0])


def getcomments(object):
    """The comment lines above an object, or None."""
    try:
        lines, lnum = findsource(object)
    except (OSError, TypeError):
        return None
    comments = []
    while lnum > 0 and lines[lnum - 1].lstrip().startswith("#"):
        lnum -= 1
        comments.insert(0, lines[lnum].expandtabs().lstrip())
    return "".join(comments) if comments else None


def walktree(classes, children, parent):
    results = []
    classes.sort(key=lambda c: (c.__module__, c.__name__))
    for c in classes:
        results.append((c, c.__bases__))
        if c in children:
            results.append(walktree(children[c], children, c))
    return results


# -- frames --------------------------------------------------------------------------------------------------


class Traceback(tuple):
    """(filename, lineno, function, code_context, index), with positions."""

    _fields = ("filename", "lineno", "function", "code_context", "index")

    def __new__(cls, filename, lineno, function, code_context, index, *, positions=None):
        self = tuple.__new__(cls, (filename, lineno, function, code_context, index))
        self.positions = positions
        return self

    filename = property(lambda self: self[0])
    lineno = property(lambda self: self[1])
    function = property(lambda self: self[2])
    code_context = property(lambda self: self[3])
    index = property(lambda self: self[4])

    def __repr__(self):
        return (
            f"Traceback(filename={self.filename!r}, lineno={self.lineno!r}, function={self.function!r}, "
            f"code_context={self.code_context!r}, index={self.index!r}, positions={self.positions!r})"
        )


class FrameInfo(tuple):
    """(frame, filename, lineno, function, code_context, index), with positions."""

    _fields = ("frame", "filename", "lineno", "function", "code_context", "index")

    def __new__(cls, frame, filename, lineno, function, code_context, index, *, positions=None):
        self = tuple.__new__(cls, (frame, filename, lineno, function, code_context, index))
        self.positions = positions
        return self

    frame = property(lambda self: self[0])
    filename = property(lambda self: self[1])
    lineno = property(lambda self: self[2])
    function = property(lambda self: self[3])
    code_context = property(lambda self: self[4])
    index = property(lambda self: self[5])

    def __repr__(self):
        return (
            f"FrameInfo(frame={self.frame!r}, filename={self.filename!r}, lineno={self.lineno!r}, "
            f"function={self.function!r}, code_context={self.code_context!r}, index={self.index!r}, "
            f"positions={self.positions!r})"
        )


def getframeinfo(frame, context=1):
    """Where a frame or traceback is."""
    if istraceback(frame):
        lineno = frame.tb_lineno
        frame = frame.tb_frame
    else:
        lineno = frame.f_lineno
    if not isframe(frame):
        raise TypeError(f"{frame!r} is not a frame or traceback object")
    filename = frame.f_code.co_filename
    lines = index = None
    if context > 0:
        import linecache

        start = lineno - 1 - context // 2
        everything = linecache.getlines(filename)
        if everything:
            start = max(0, min(start, len(everything) - context))
            lines = everything[start : start + context]
            index = lineno - 1 - start
    return Traceback(filename, lineno, frame.f_code.co_name, lines, index)


def getlineno(frame):
    return frame.f_lineno


def getouterframes(frame, context=1):
    """FrameInfo of a frame and its callers."""
    result = []
    while frame:
        result.append(FrameInfo(frame, *getframeinfo(frame, context)))
        frame = frame.f_back
    return result


def getinnerframes(tb, context=1):
    """FrameInfo of all frames of a traceback."""
    result = []
    while tb:
        result.append(FrameInfo(tb.tb_frame, *getframeinfo(tb, context)))
        tb = tb.tb_next
    return result


def currentframe():
    """The frame of the caller."""
    return sys._getframe(1)


def stack(context=1):
    """FrameInfo of the caller and its callers."""
    return getouterframes(sys._getframe(1), context)


def trace(context=1):
    """FrameInfo of the frames between here and the exception being handled."""
    exc = sys.exc_info()[1]
    return getinnerframes(None if exc is None else exc.__traceback__, context)


GEN_CREATED = "GEN_CREATED"
GEN_RUNNING = "GEN_RUNNING"
GEN_SUSPENDED = "GEN_SUSPENDED"
GEN_CLOSED = "GEN_CLOSED"
CORO_CREATED = "CORO_CREATED"
CORO_RUNNING = "CORO_RUNNING"
CORO_SUSPENDED = "CORO_SUSPENDED"
CORO_CLOSED = "CORO_CLOSED"


def getgeneratorstate(generator):
    if generator.gi_running:
        return GEN_RUNNING
    if generator.gi_suspended:
        return GEN_SUSPENDED
    return GEN_CLOSED if generator.gi_frame is None else GEN_CREATED


def getgeneratorlocals(generator):
    if not isgenerator(generator):
        raise TypeError(f"{generator!r} is not a Python generator")
    frame = generator.gi_frame
    return {} if frame is None else frame.f_locals


def getcoroutinestate(coroutine):
    if coroutine.cr_running:
        return CORO_RUNNING
    if coroutine.cr_suspended:
        return CORO_SUSPENDED
    return CORO_CLOSED if coroutine.cr_frame is None else CORO_CREATED


def getcoroutinelocals(coroutine):
    frame = coroutine.cr_frame
    return {} if frame is None else frame.f_locals


# -- arguments -----------------------------------------------------------------------------------------------


def get_annotations(obj, *, globals=None, locals=None, eval_str=False):
    """The annotations of a function, class or module, as a new dict."""
    if isinstance(obj, type):
        ann = obj.__dict__.get("__annotations__", None)
        if isinstance(ann, types.GetSetDescriptorType):
            ann = None
        module = sys.modules.get(getattr(obj, "__module__", None))
        obj_globals = getattr(module, "__dict__", None)
        obj_locals = dict(vars(obj))
        inner = obj
    elif isinstance(obj, types.ModuleType):
        ann = getattr(obj, "__annotations__", None)
        obj_globals = obj.__dict__
        obj_locals = None
        inner = None
    elif callable(obj):
        ann = getattr(obj, "__annotations__", None)
        obj_globals = getattr(obj, "__globals__", None)
        obj_locals = None
        inner = obj
    else:
        raise TypeError(f"{obj!r} is not a module, class, or callable.")
    if ann is None:
        return {}
    if not isinstance(ann, dict):
        raise ValueError(f"{obj!r}.__annotations__ is neither a dict nor None")
    if not ann:
        return {}
    if not eval_str:
        return dict(ann)
    if inner is not None:
        inner = _unwrapped(unwrap(inner))
        obj_globals = getattr(inner, "__globals__", obj_globals)
    if globals is None:
        globals = obj_globals
    if locals is None:
        locals = obj_locals
    return {k: eval(v, globals, locals) if isinstance(v, str) else v for k, v in ann.items()}


def formatannotation(annotation, base_module=None):
    """The text of an annotation."""
    if getattr(annotation, "__module__", None) == "typing":
        return repr(annotation).replace("typing.", "")
    if isinstance(annotation, GenericAlias):
        return str(annotation)
    if isinstance(annotation, type):
        if annotation.__module__ in ("builtins", base_module):
            return annotation.__qualname__
        return f"{annotation.__module__}.{annotation.__qualname__}"
    return repr(annotation)


def formatannotationrelativeto(object):
    module = getattr(object, "__module__", None)
    return lambda annotation: formatannotation(annotation, module)


class _empty:
    """Marks what is not there."""


class _void:
    """Marks what was not given, in replace()."""


class _ParameterKind(int):
    def __new__(cls, value, name, description):
        self = int.__new__(cls, value)
        self.name = name
        self.description = description
        return self

    def __str__(self):
        return self.name

    def __repr__(self):
        return f"<_ParameterKind.{self.name}: {int(self)}>"


_POSITIONAL_ONLY = _ParameterKind(0, "POSITIONAL_ONLY", "positional-only")
_POSITIONAL_OR_KEYWORD = _ParameterKind(1, "POSITIONAL_OR_KEYWORD", "positional or keyword")
_VAR_POSITIONAL = _ParameterKind(2, "VAR_POSITIONAL", "variadic positional")
_KEYWORD_ONLY = _ParameterKind(3, "KEYWORD_ONLY", "keyword-only")
_VAR_KEYWORD = _ParameterKind(4, "VAR_KEYWORD", "variadic keyword")
_KINDS = (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD, _VAR_POSITIONAL, _KEYWORD_ONLY, _VAR_KEYWORD)


class Parameter:
    """A parameter of a signature."""

    __slots__ = ("_name", "_kind", "_default", "_annotation")

    POSITIONAL_ONLY = _POSITIONAL_ONLY
    POSITIONAL_OR_KEYWORD = _POSITIONAL_OR_KEYWORD
    VAR_POSITIONAL = _VAR_POSITIONAL
    KEYWORD_ONLY = _KEYWORD_ONLY
    VAR_KEYWORD = _VAR_KEYWORD
    empty = _empty

    def __init__(self, name, kind, *, default=_empty, annotation=_empty):
        if kind not in (0, 1, 2, 3, 4):
            raise ValueError(f"value {kind!r} is not a valid Parameter.kind")
        self._kind = _KINDS[kind]
        if default is not _empty and kind in (_VAR_POSITIONAL, _VAR_KEYWORD):
            raise ValueError(f"{self._kind.description} parameters cannot have default values")
        self._default = default
        self._annotation = annotation
        if name is _empty:
            raise ValueError("name is a required attribute for Parameter")
        if not isinstance(name, str):
            raise TypeError(f"name must be a str, not a {type(name).__name__}")
        if name[:1] == "." and name[1:].isdigit():
            if kind != _POSITIONAL_OR_KEYWORD:
                raise ValueError("implicit arguments must be passed as positional or keyword arguments, not "
                                 f"{self._kind.description}")
            self._kind = _POSITIONAL_ONLY
            name = f"implicit{name[1:]}"
        from keyword import iskeyword

        if (iskeyword(name) and self._kind is not _POSITIONAL_ONLY) or not name.isidentifier():
            raise ValueError(f"{name!r} is not a valid parameter name")
        self._name = name

    name = property(lambda self: self._name)
    default = property(lambda self: self._default)
    annotation = property(lambda self: self._annotation)
    kind = property(lambda self: self._kind)

    def __reduce__(self):
        return type(self), (self._name, self._kind), {"_default": self._default, "_annotation": self._annotation}

    def __setstate__(self, state):
        self._default = state["_default"]
        self._annotation = state["_annotation"]

    def replace(self, *, name=_void, kind=_void, annotation=_void, default=_void):
        """A new parameter with some things changed."""
        return type(self)(
            self._name if name is _void else name,
            self._kind if kind is _void else kind,
            default=self._default if default is _void else default,
            annotation=self._annotation if annotation is _void else annotation,
        )

    def __str__(self):
        text = self._name
        if self._annotation is not _empty:
            text = f"{text}: {formatannotation(self._annotation)}"
        if self._default is not _empty:
            text = f"{text} = {self._default!r}" if self._annotation is not _empty else f"{text}={self._default!r}"
        if self._kind == _VAR_POSITIONAL:
            return "*" + text
        if self._kind == _VAR_KEYWORD:
            return "**" + text
        return text

    def __repr__(self):
        return f'<{self.__class__.__name__} "{self}">'

    def __hash__(self):
        return hash((self._name, self._kind, self._annotation, self._default))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Parameter):
            return NotImplemented
        return (
            self._name == other._name and self._kind == other._kind and self._default == other._default
            and self._annotation == other._annotation
        )


class BoundArguments:
    """Arguments by the names of their parameters."""

    __slots__ = ("arguments", "_signature", "__weakref__")

    def __init__(self, signature, arguments):
        self.arguments = arguments
        self._signature = signature

    @property
    def signature(self):
        return self._signature

    @property
    def args(self):
        args = []
        for name, param in self._signature.parameters.items():
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY) or name not in self.arguments:
                break
            if param.kind == _VAR_POSITIONAL:
                args.extend(self.arguments[name])
            else:
                args.append(self.arguments[name])
        return tuple(args)

    @property
    def kwargs(self):
        kwargs = {}
        started = False
        for name, param in self._signature.parameters.items():
            if not started:
                if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                    started = True
                elif name not in self.arguments:
                    started = True
                    continue
                else:
                    continue
            if name not in self.arguments:
                continue
            if param.kind == _VAR_KEYWORD:
                kwargs.update(self.arguments[name])
            elif param.kind != _VAR_POSITIONAL:
                kwargs[name] = self.arguments[name]
        return kwargs

    def apply_defaults(self):
        """Adds the defaults of what was not given."""
        arguments = {}
        for name, param in self._signature.parameters.items():
            if name in self.arguments:
                arguments[name] = self.arguments[name]
            elif param.default is not _empty:
                arguments[name] = param.default
            elif param.kind is _VAR_POSITIONAL:
                arguments[name] = ()
            elif param.kind is _VAR_KEYWORD:
                arguments[name] = {}
        self.arguments = arguments

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, BoundArguments):
            return NotImplemented
        return self.signature == other.signature and self.arguments == other.arguments

    def __setstate__(self, state):
        self._signature = state["_signature"]
        self.arguments = state["arguments"]

    def __getstate__(self):
        return {"_signature": self._signature, "arguments": self.arguments}

    def __repr__(self):
        args = ", ".join([f"{arg}={value!r}" for arg, value in self.arguments.items()])
        return f"<{self.__class__.__name__} ({args})>"


class Signature:
    """The parameters of a callable and what it returns."""

    __slots__ = ("_return_annotation", "_parameters")
    _parameter_cls = Parameter
    _bound_arguments_cls = BoundArguments
    empty = _empty

    def __init__(self, parameters=None, *, return_annotation=_empty, __validate_parameters__=True):
        params = {}
        if parameters is not None:
            if __validate_parameters__:
                top_kind = _POSITIONAL_ONLY
                seen_default = False
                for param in parameters:
                    kind = param.kind
                    name = param.name
                    if kind < top_kind:
                        raise ValueError(
                            f"wrong parameter order: {top_kind.description} parameter before {kind.description} parameter"
                        )
                    if kind > top_kind:
                        top_kind = kind
                    if kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
                        if param.default is not _empty:
                            seen_default = True
                        elif seen_default:
                            raise ValueError("non-default argument follows default argument")
                    if name in params:
                        raise ValueError(f"duplicate parameter name: {name!r}")
                    params[name] = param
            else:
                params = {param.name: param for param in parameters}
        self._parameters = types.MappingProxyType(params)
        self._return_annotation = return_annotation

    @classmethod
    def from_callable(cls, obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
        return _signature_of(obj, cls, follow_wrapped, globals, locals, eval_str)

    parameters = property(lambda self: self._parameters)
    return_annotation = property(lambda self: self._return_annotation)

    def replace(self, *, parameters=_void, return_annotation=_void):
        if parameters is _void:
            parameters = self.parameters.values()
        if return_annotation is _void:
            return_annotation = self._return_annotation
        return type(self)(parameters, return_annotation=return_annotation)

    def _comparable(self):
        positional = tuple([p for p in self.parameters.values() if p.kind != _KEYWORD_ONLY])
        keyword = {p.name: p for p in self.parameters.values() if p.kind == _KEYWORD_ONLY}
        return positional, keyword, self.return_annotation

    def __hash__(self):
        positional, keyword, returns = self._comparable()
        return hash((positional, frozenset(keyword.values()), returns))

    def __eq__(self, other):
        if self is other:
            return True
        if not isinstance(other, Signature):
            return NotImplemented
        return self._comparable() == other._comparable()

    def _bind(self, args, kwargs, partial):
        kwargs = dict(kwargs)
        arguments = {}
        parameters = list(self.parameters.values())
        at = 0
        given = list(args)
        index = 0
        while index < len(given):
            if at == len(parameters):
                raise TypeError("too many positional arguments")
            param = parameters[at]
            if param.kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
                raise TypeError("too many positional arguments")
            at += 1
            if param.kind == _VAR_POSITIONAL:
                arguments[param.name] = tuple(given[index:])
                index = len(given)
                break
            if param.name in kwargs and param.kind != _POSITIONAL_ONLY:
                raise TypeError(f"multiple values for argument {param.name!r}")
            arguments[param.name] = given[index]
            index += 1
        var_keyword = None
        for param in parameters[at:]:
            if param.kind == _VAR_KEYWORD:
                var_keyword = param
                continue
            if param.kind == _VAR_POSITIONAL:
                continue
            name = param.name
            if name in kwargs:
                if param.kind == _POSITIONAL_ONLY:
                    if param.default is _empty:
                        raise TypeError(f"{name!r} parameter is positional only, but was passed as a keyword")
                    continue
                arguments[name] = kwargs.pop(name)
            elif not partial and param.default is _empty:
                kind = ""
                if param.kind == _KEYWORD_ONLY:
                    raise TypeError(f"missing a required argument: {name!r}")
                raise TypeError(f"missing a required argument: {name!r}")
        if kwargs:
            if var_keyword is None:
                raise TypeError(f"got an unexpected keyword argument {next(iter(kwargs))!r}")
            arguments[var_keyword.name] = kwargs
        return self._bound_arguments_cls(self, arguments)

    def bind(self, /, *args, **kwargs):
        """Binds arguments as a call would. Raises TypeError if they do not fit."""
        return self._bind(args, kwargs, False)

    def bind_partial(self, /, *args, **kwargs):
        """As bind(), but arguments may be missing."""
        return self._bind(args, kwargs, True)

    def __reduce__(self):
        return type(self), (tuple(self._parameters.values()),), {"_return_annotation": self._return_annotation}

    def __setstate__(self, state):
        self._return_annotation = state["_return_annotation"]

    def __repr__(self):
        return f"<{self.__class__.__name__} {self}>"

    def __str__(self):
        result = []
        after_positional_only = False
        needs_star = True
        for param in self.parameters.values():
            kind = param.kind
            if kind == _POSITIONAL_ONLY:
                after_positional_only = True
            elif after_positional_only:
                result.append("/")
                after_positional_only = False
            if kind == _VAR_POSITIONAL:
                needs_star = False
            elif kind == _KEYWORD_ONLY and needs_star:
                result.append("*")
                needs_star = False
            result.append(str(param))
        if after_positional_only:
            result.append("/")
        text = f"({', '.join(result)})"
        if self.return_annotation is not _empty:
            text += f" -> {formatannotation(self.return_annotation)}"
        return text


def _from_function(cls, func, globals, locals, eval_str):
    code = func.__code__
    names = code.co_varnames
    pos_count = code.co_argcount
    kw_count = code.co_kwonlyargcount
    annotations = get_annotations(func, globals=globals, locals=locals, eval_str=eval_str)
    defaults = func.__defaults__ or ()
    kwdefaults = func.__kwdefaults__ or {}
    Parameter = cls._parameter_cls
    parameters = []
    first_default = pos_count - len(defaults)
    for i, name in enumerate(names[:pos_count]):
        kind = _POSITIONAL_ONLY if i < code.co_posonlyargcount else _POSITIONAL_OR_KEYWORD
        default = defaults[i - first_default] if i >= first_default else _empty
        parameters.append(Parameter(name, kind, default=default, annotation=annotations.get(name, _empty)))
    index = pos_count + kw_count
    if code.co_flags & CO_VARARGS:
        name = names[index]
        parameters.append(Parameter(name, _VAR_POSITIONAL, annotation=annotations.get(name, _empty)))
        index += 1
    for name in names[pos_count : pos_count + kw_count]:
        parameters.append(
            Parameter(name, _KEYWORD_ONLY, default=kwdefaults.get(name, _empty), annotation=annotations.get(name, _empty))
        )
    if code.co_flags & CO_VARKEYWORDS:
        name = names[index]
        parameters.append(Parameter(name, _VAR_KEYWORD, annotation=annotations.get(name, _empty)))
    return cls(parameters, return_annotation=annotations.get("return", _empty), __validate_parameters__=False)


def _without_first(sig):
    params = list(sig.parameters.values())
    if not params or params[0].kind in (_VAR_KEYWORD, _KEYWORD_ONLY):
        raise ValueError("invalid method signature")
    if params[0].kind is not _VAR_POSITIONAL:
        params = params[1:]
    return sig.replace(parameters=params)


def _of_partial(sig, partial, extra_args=()):
    try:
        bound = sig.bind_partial(*extra_args, *partial.args, **(partial.keywords or {}))
    except TypeError as ex:
        raise ValueError(f"partial object {partial!r} has incorrect arguments") from ex
    new = dict(sig.parameters)
    keyword_only = False
    for name, param in sig.parameters.items():
        if name in bound.arguments:
            value = bound.arguments[name]
            if param.kind is _POSITIONAL_ONLY:
                del new[name]
                continue
            if param.kind is _POSITIONAL_OR_KEYWORD:
                if name in (partial.keywords or {}):
                    keyword_only = True
                    new[name] = param.replace(default=value)
                else:
                    del new[name]
                    continue
            if param.kind is _KEYWORD_ONLY:
                new[name] = param.replace(default=value)
        if keyword_only:
            if param.kind is _POSITIONAL_OR_KEYWORD:
                moved = new[name].replace(kind=_KEYWORD_ONLY)
                del new[name]
                new[name] = moved
            elif param.kind in (_KEYWORD_ONLY, _VAR_KEYWORD):
                moved = new[name]
                del new[name]
                new[name] = moved
            elif param.kind is _VAR_POSITIONAL:
                del new[name]
    return sig.replace(parameters=new.values())


def _from_text(cls, obj, text):
    """Signature of a native from its `__text_signature__`."""
    if text.startswith("($"):
        text = "(" + text[2:]
        bound = getattr(obj, "__self__", None) is not None and not ismodule(obj.__self__)
        if bound or ismodule(getattr(obj, "__self__", None)):
            head, _, rest = text[1:].partition(",")
            text = "(" + rest.lstrip() if rest else "()"
            if text.startswith("(/"):
                text = "(" + text[2:].lstrip(", ")
    namespace = {}
    try:
        exec(f"def f{text}: pass", {"__builtins__": {}, **{n: _Shown(n) for n in ("inf", "nan")}}, namespace)
    except Exception:
        raise ValueError(f"{obj!r} builtin has invalid signature")
    return _from_function(cls, namespace["f"], None, None, False)


class _Shown:
    def __init__(self, text):
        self.text = text

    def __repr__(self):
        return self.text


def _signature_of(obj, cls, follow_wrapped, globals, locals, eval_str):
    import functools

    if not callable(obj):
        raise TypeError(f"{obj!r} is not a callable object")
    again = lambda o: _signature_of(o, cls, follow_wrapped, globals, locals, eval_str)
    if isinstance(obj, types.MethodType):
        return _without_first(again(obj.__func__))
    if follow_wrapped:
        obj = unwrap(obj, stop=lambda f: hasattr(f, "__signature__") or isinstance(f, types.MethodType))
        if isinstance(obj, types.MethodType):
            return again(obj)
    sig = getattr(obj, "__signature__", None)
    if sig is not None:
        if not isinstance(sig, Signature):
            raise TypeError(f"unexpected object {sig!r} in __signature__ attribute")
        return sig
    method = getattr(obj, "_partialmethod", None)
    if isinstance(method, functools.partialmethod):
        wrapped = _of_partial(again(method.func), method, (None,))
        first = next(iter(again(method.func).parameters.values()))
        if first.kind is _VAR_POSITIONAL:
            return wrapped
        return wrapped.replace(parameters=(first, *wrapped.parameters.values()))
    if isinstance(obj, types.FunctionType):
        return _from_function(cls, obj, globals, locals, eval_str)
    if isbuiltin(obj) or ismethoddescriptor(obj) and not isinstance(obj, functools.partial) or isinstance(
        obj, (types.MethodWrapperType, types.WrapperDescriptorType)
    ):
        text = getattr(obj, "__text_signature__", None)
        if not text:
            raise ValueError(f"no signature found for builtin {obj!r}")
        return _from_text(cls, obj, text)
    if isinstance(obj, functools.partial):
        return _of_partial(again(obj.func), obj)
    if isinstance(obj, type):
        call = _user_method(type(obj), "__call__")
        if call is not None:
            return _without_first(again(call))
        new = _user_method(obj, "__new__")
        init = _user_method(obj, "__init__")
        if new is not None:
            return _without_first(again(new))
        if init is not None:
            return _without_first(again(init))
        for base in obj.__mro__[:-1]:
            text = base.__dict__.get("__text_signature__") if isinstance(base.__dict__.get("__text_signature__"), str) else None
            if text:
                return _from_text(cls, obj, text)
        if type not in obj.__mro__:
            if obj.__init__ is object.__init__ and obj.__new__ is object.__new__:
                return again(_takes_nothing)
            raise ValueError(f"no signature found for builtin type {obj!r}")
        raise ValueError(f"no signature found for builtin type {obj!r}")
    call = _user_method(type(obj), "__call__")
    if call is not None:
        return _without_first(again(call))
    raise ValueError(f"callable {obj!r} is not supported by signature")


def _takes_nothing():
    pass


def _user_method(cls, name):
    """A method that is not that of a built-in type."""
    try:
        method = getattr(cls, name)
    except AttributeError:
        return None
    if isinstance(method, (types.WrapperDescriptorType, types.MethodWrapperType, types.ClassMethodDescriptorType, types.BuiltinFunctionType)):
        return None
    return method


def signature(obj, *, follow_wrapped=True, globals=None, locals=None, eval_str=False):
    """The signature of a callable."""
    return Signature.from_callable(obj, follow_wrapped=follow_wrapped, globals=globals, locals=locals, eval_str=eval_str)


def _record(name, fields):
    from collections import namedtuple

    result = namedtuple(name, fields)
    result.__module__ = __name__
    return result


Arguments = _record("Arguments", "args, varargs, varkw")
ArgInfo = _record("ArgInfo", "args varargs keywords locals")
FullArgSpec = _record("FullArgSpec", "args, varargs, varkw, defaults, kwonlyargs, kwonlydefaults, annotations")
ClosureVars = _record("ClosureVars", "nonlocals globals builtins unbound")


def getargs(co):
    if not iscode(co):
        raise TypeError(f"{co!r} is not a code object")
    names = co.co_varnames
    nargs = co.co_argcount
    nkwargs = co.co_kwonlyargcount
    args = list(names[:nargs])
    index = nargs + nkwargs
    varargs = None
    if co.co_flags & CO_VARARGS:
        varargs = names[index]
        index += 1
    varkw = names[index] if co.co_flags & CO_VARKEYWORDS else None
    return Arguments(args + list(names[nargs : nargs + nkwargs]), varargs, varkw)


def getargvalues(frame):
    args, varargs, varkw = getargs(frame.f_code)
    return ArgInfo(args, varargs, varkw, frame.f_locals)


def getfullargspec(func):
    """The parameters of a function in the old form."""
    try:
        sig = _signature_of(func, Signature, False, None, None, False)
    except Exception as ex:
        raise TypeError("unsupported callable") from ex
    args = []
    varargs = varkw = None
    posonlyargs = []
    kwonlyargs = []
    annotations = {}
    defaults = ()
    kwdefaults = {}
    if sig.return_annotation is not _empty:
        annotations["return"] = sig.return_annotation
    if ismethod(func):
        first = func.__func__.__code__.co_varnames[:1] if isfunction(func.__func__) else ()
        args.extend(first)
    for param in sig.parameters.values():
        if param.kind in (_POSITIONAL_ONLY, _POSITIONAL_OR_KEYWORD):
            args.append(param.name)
            if param.default is not _empty:
                defaults += (param.default,)
        elif param.kind is _VAR_POSITIONAL:
            varargs = param.name
        elif param.kind is _KEYWORD_ONLY:
            kwonlyargs.append(param.name)
            if param.default is not _empty:
                kwdefaults[param.name] = param.default
        else:
            varkw = param.name
        if param.annotation is not _empty:
            annotations[param.name] = param.annotation
    return FullArgSpec(args, varargs, varkw, defaults or None, kwonlyargs, kwdefaults or None, annotations)


def getcallargs(func, /, *positional, **named):
    """The values of all parameters in a call."""
    bound = signature(func).bind(*positional, **named)
    bound.apply_defaults()
    result = dict(bound.arguments)
    if ismethod(func):
        result = {func.__func__.__code__.co_varnames[0]: func.__self__, **result}
    return result


def getclosurevars(func):
    """The names that a function uses but does not define, by where they come from."""
    if ismethod(func):
        func = func.__func__
    if not isfunction(func):
        raise TypeError(f"{func!r} is not a Python function")
    code = func.__code__
    nonlocals = {}
    if func.__closure__ is not None:
        nonlocals = {name: cell.cell_contents for name, cell in zip(code.co_freevars, func.__closure__)}
    ns = func.__globals__
    builtin_ns = ns.get("__builtins__", {})
    if ismodule(builtin_ns):
        builtin_ns = builtin_ns.__dict__
    globals = {}
    builtins = {}
    unbound = set()
    for name in code.co_names:
        if name in ("None", "True", "False"):
            continue
        if name in ns:
            globals[name] = ns[name]
        elif name in builtin_ns:
            builtins[name] = builtin_ns[name]
        else:
            unbound.add(name)
    return ClosureVars(nonlocals, globals, builtins, unbound)
