"""Writes calls and what CPython makes of them, one JSON array [function, arguments, result] per line.

Values: ["i", decimal] int, ["f", 16 hex digits] float, ["c", re, im] complex, ["s", code points] str
with lone surrogates, ["b", hex] bytes, ["l", items] list or tuple, ["e", type, message] an exception;
other str, True, False and None stand for themselves.
"""
import json
import struct


def encode(value):
    if value is True or value is False or value is None:
        return value
    if isinstance(value, int):
        return ["i", str(value)]
    if isinstance(value, float):
        return ["f", struct.pack(">d", value).hex() if value == value else "nan"]
    if isinstance(value, complex):
        return ["c", encode(value.real), encode(value.imag)]
    if isinstance(value, str):
        return ["s", [ord(c) for c in value]] if any("\ud800" <= c <= "\udfff" for c in value) else value
    if isinstance(value, bytes):
        return ["b", value.hex()]
    if isinstance(value, (list, tuple)):
        return ["l", [encode(item) for item in value]]
    raise TypeError(type(value))


class CaseWriter:
    def __init__(self, path):
        self.file = open(path, "w")

    def case(self, function, arguments, thunk):
        try:
            result = encode(thunk())
        except Exception as error:
            result = ["e", type(error).__name__, str(error)]
        line = json.dumps([function, [encode(a) for a in arguments], result], separators=(",", ":"))
        self.file.write(line + "\n")


def has_pair(text):
    """Two lone surrogates side by side would be one character in the host's strings."""
    return any("\ud800" <= a <= "\udbff" and "\udc00" <= b <= "\udfff" for a, b in zip(text, text[1:]))
