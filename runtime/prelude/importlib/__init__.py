"""`import` as functions."""
import sys

__all__ = ["__import__", "import_module", "invalidate_caches", "reload"]

__import__ = __import__


def import_module(name, package=None):
    """Imports a module, with leading dots relative to `package`, and returns that very module."""
    if name.startswith("."):
        if not package:
            raise TypeError(
                f"the 'package' argument is required to perform a relative import for {name!r}"
            )
        from importlib.util import resolve_name

        name = resolve_name(name, package)
    __import__(name)
    return sys.modules[name]


def invalidate_caches():
    """There are no caches."""


_RELOADING = {}


def reload(module):
    """Runs the source of a module again in its namespace. Returns the module."""
    from importlib.util import _source_of
    from types import ModuleType

    if not isinstance(module, ModuleType):
        raise TypeError("reload() argument must be a module")
    name = module.__spec__.name if getattr(module, "__spec__", None) is not None else module.__name__
    if sys.modules.get(name) is not module:
        raise ImportError(f"module {name} not in sys.modules", name=name)
    if name in _RELOADING:
        return _RELOADING[name]
    _RELOADING[name] = module
    try:
        parent = name.rpartition(".")[0]
        if parent and parent not in sys.modules:
            raise ImportError(f"parent {parent!r} not in sys.modules", name=parent)
        code = _source_of(module)
        if code is None:
            raise ModuleNotFoundError(f"spec not found for the module {name!r}", name=name)
        exec(code, module.__dict__)
        return sys.modules[name]
    finally:
        del _RELOADING[name]
