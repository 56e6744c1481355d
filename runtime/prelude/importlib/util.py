"""Finding modules without importing them."""
import sys
from importlib import machinery

__all__ = ["find_spec", "module_from_spec", "resolve_name", "spec_from_loader", "cache_from_source"]


def resolve_name(name, package):
    """The absolute name of one with leading dots."""
    if not name.startswith("."):
        return name
    if not package:
        raise ImportError(
            f"no package specified for {name!r} (required for relative module names)"
        )
    level = len(name) - len(name.lstrip("."))
    parts = package.rsplit(".", level - 1)
    if len(parts) < level:
        raise ImportError("attempted relative import beyond top-level package")
    rest = name[level:]
    return f"{parts[0]}.{rest}" if rest else parts[0]


def _source_of(module):
    from _imports import module_code

    return module_code(module.__name__, getattr(module, "__file__", None))


def find_spec(name, package=None):
    """Where a module is, or None if there is none of that name."""
    name = resolve_name(name, package) if name.startswith(".") else name
    if name in sys.modules:
        module = sys.modules[name]
        if module is None:
            return None
        spec = getattr(module, "__spec__", None)
        if spec is not None:
            return spec
        if name == "__main__":
            raise ValueError("__main__.__spec__ is None")
        return machinery.ModuleSpec(name, None, origin=getattr(module, "__file__", None), is_package=hasattr(module, "__path__"))
    from _imports import find

    parent = name.rpartition(".")[0]
    path = None
    if parent:
        path = list(__import__(parent, fromlist=["__path__"]).__path__)
    found = find(name, path)
    if found is None:
        return None
    origin, is_package = found
    return machinery.ModuleSpec(name, None, origin=origin, is_package=is_package)


def module_from_spec(spec):
    from types import ModuleType

    module = ModuleType(spec.name)
    module.__spec__ = spec
    return module


def spec_from_loader(name, loader, *, origin=None, is_package=None):
    return machinery.ModuleSpec(name, loader, origin=origin, is_package=is_package)


def cache_from_source(path, debug_override=None, *, optimization=None):
    raise NotImplementedError("modules are not cached in files")
