"""Lines of source files, as the host's loader has them."""
from _traceback import source_line

__all__ = ["getline", "clearcache", "checkcache", "lazycache"]

cache = {}


def getline(filename, lineno, module_globals=None):
    """Line `lineno` of a file with its end, or '' if there is none."""
    lines = cache.get(filename)
    if lines is not None and len(lines) != 1:
        return lines[2][lineno - 1] if 1 <= lineno <= len(lines[2]) else ""
    line = source_line(filename, lineno)
    return "" if line is None else line + "\n"


def getlines(filename, module_globals=None):
    """All lines of a file, [] if there is no such file."""
    if filename in cache and len(cache[filename]) != 1:
        return cache[filename][2]
    lines = []
    while True:
        line = source_line(filename, len(lines) + 1)
        if line is None:
            break
        lines.append(line + "\n")
    if lines and lines[-1] == "\n":
        lines.pop()
    return lines


def clearcache():
    cache.clear()


def checkcache(filename=None):
    """Nothing is kept that could be out of date."""


def lazycache(filename, module_globals):
    return False


def updatecache(filename, module_globals=None):
    return getlines(filename, module_globals)
