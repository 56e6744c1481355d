"""Writing JSON. Plain values are written natively."""
from _json import encode_basestring, encode_basestring_ascii, write_plain

INFINITY = float("inf")
py_encode_basestring = encode_basestring
py_encode_basestring_ascii = encode_basestring_ascii


class JSONEncoder:
    """Makes JSON text; `default` is asked for what it does not know."""

    item_separator = ", "
    key_separator = ": "

    def __init__(
        self, *, skipkeys=False, ensure_ascii=True, check_circular=True, allow_nan=True, sort_keys=False, indent=None,
        separators=None, default=None
    ):
        self.skipkeys = skipkeys
        self.ensure_ascii = ensure_ascii
        self.check_circular = check_circular
        self.allow_nan = allow_nan
        self.sort_keys = sort_keys
        self.indent = indent
        if separators is not None:
            self.item_separator, self.key_separator = separators
        elif indent is not None:
            self.item_separator = ","
        if default is not None:
            self.default = default

    def default(self, o):
        """What to write for an object that is none of the known types. Override it; this one raises TypeError."""
        raise TypeError(f"Object of type {o.__class__.__name__} is not JSON serializable")

    def _indent_text(self):
        indent = self.indent
        return indent if indent is None or isinstance(indent, str) else " " * indent

    def _plain(self, o):
        if self.sort_keys or self.skipkeys or type(self).iterencode is not JSONEncoder.iterencode:
            return None
        return write_plain(
            o, bool(self.ensure_ascii), bool(self.allow_nan), self._indent_text(), self.item_separator, self.key_separator
        )

    def encode(self, o):
        """The text of an object."""
        text = self._plain(o)
        return "".join(self.iterencode(o, _one_shot=True)) if text is None else text

    def iterencode(self, o, _one_shot=False):
        """Yields the text of an object in pieces."""
        return self._iterate(o, {} if self.check_circular else None, 0, self._indent_text())

    def _float(self, o):
        if o != o:
            text = "NaN"
        elif o == INFINITY:
            text = "Infinity"
        elif o == -INFINITY:
            text = "-Infinity"
        else:
            return float.__repr__(o)
        if not self.allow_nan:
            message = "Out of range float values are not JSON compliant"
            raise ValueError(message if self.indent is None else f"{message}: {o!r}")
        return text

    def _scalar(self, o):
        """The text of anything but containers; None for what is no scalar."""
        if isinstance(o, str):
            return encode_basestring_ascii(o) if self.ensure_ascii else encode_basestring(o)
        if o is None:
            return "null"
        if o is True:
            return "true"
        if o is False:
            return "false"
        if isinstance(o, int):
            return int.__repr__(o)
        if isinstance(o, float):
            return self._float(o)
        return None

    def _iterate(self, o, markers, level, indent):
        text = self._scalar(o)
        if text is not None:
            yield text
            return
        is_list = isinstance(o, (list, tuple))
        is_dict = not is_list and isinstance(o, dict)
        if is_list and not o:
            yield "[]"
            return
        if is_dict and not o:
            yield "{}"
            return
        if markers is not None:
            if id(o) in markers:
                raise ValueError("Circular reference detected")
            markers[id(o)] = o
        if is_list:
            yield from self._iterate_list(o, markers, level + 1, indent)
        elif is_dict:
            yield from self._iterate_dict(o, markers, level + 1, indent)
        else:
            yield from self._iterate(self.default(o), markers, level, indent)
        if markers is not None:
            del markers[id(o)]

    def _iterate_list(self, items, markers, level, indent):
        separator = self.item_separator
        buffer = "["
        if indent is not None:
            newline = "\n" + indent * level
            separator += newline
            buffer += newline
        for value in items:
            text = self._scalar(value)
            if text is not None:
                yield buffer + text
            else:
                yield buffer
                yield from self._iterate(value, markers, level, indent)
            buffer = separator
        if indent is not None:
            yield "\n" + indent * (level - 1)
        yield "]"

    def _key(self, key):
        """The text of a key; None for one to be skipped."""
        if isinstance(key, str):
            return key
        if isinstance(key, float):
            return self._float(key)
        if key is True:
            return "true"
        if key is False:
            return "false"
        if key is None:
            return "null"
        if isinstance(key, int):
            return int.__repr__(key)
        if self.skipkeys:
            return None
        raise TypeError(f"keys must be str, int, float, bool or None, not {key.__class__.__name__}")

    def _iterate_dict(self, dct, markers, level, indent):
        yield "{"
        separator = self.item_separator
        if indent is not None:
            newline = "\n" + indent * level
            separator += newline
            yield newline
        first = True
        quote = encode_basestring_ascii if self.ensure_ascii else encode_basestring
        for key, value in sorted(dct.items()) if self.sort_keys else dct.items():
            key = self._key(key)
            if key is None:
                continue
            if first:
                first = False
            else:
                yield separator
            yield quote(key)
            yield self.key_separator
            text = self._scalar(value)
            if text is not None:
                yield text
            else:
                yield from self._iterate(value, markers, level, indent)
        if indent is not None:
            yield "\n" + indent * (level - 1)
        yield "}"
