"""One value of JSON text at a time."""

__all__ = ["make_scanner"]


def make_scanner(context):
    return context._scan_once


py_make_scanner = make_scanner
