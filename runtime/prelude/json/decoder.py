"""Reading JSON. Without hooks the work is done natively."""
from _json import scan_plain, scan_string

__all__ = ["JSONDecoder", "JSONDecodeError"]

NaN = float("nan")
PosInf = float("inf")
NegInf = float("-inf")


class JSONDecodeError(ValueError):
    """Says where in the text it went wrong: `pos`, `lineno`, `colno`."""

    def __init__(self, msg, doc, pos):
        lineno = doc.count("\n", 0, pos) + 1
        colno = pos - doc.rfind("\n", 0, pos)
        ValueError.__init__(self, "%s: line %d column %d (char %d)" % (msg, lineno, colno, pos))
        self.msg = msg
        self.doc = doc
        self.pos = pos
        self.lineno = lineno
        self.colno = colno

    def __reduce__(self):
        return self.__class__, (self.msg, self.doc, self.pos)


_CONSTANTS = {"-Infinity": NegInf, "Infinity": PosInf, "NaN": NaN}
_BLANKS = " \t\n\r"


def scanstring(s, end, strict=True):
    """The string whose opening quote is before `end`, and where it ends."""
    result = scan_string(s, end, strict)
    if len(result) == 3:
        raise JSONDecodeError(result[1], s, result[2])
    return result


def _skip(s, i):
    while s[i : i + 1] in _BLANKS and i < len(s):
        i += 1
    return i


class JSONDecoder:
    """Makes Python objects of JSON text; hooks may make others."""

    def __init__(
        self, *, object_hook=None, parse_float=None, parse_int=None, parse_constant=None, strict=True, object_pairs_hook=None
    ):
        self.object_hook = object_hook
        self.parse_float = parse_float or float
        self.parse_int = parse_int or int
        self.parse_constant = parse_constant or _CONSTANTS.__getitem__
        self.strict = strict
        self.object_pairs_hook = object_pairs_hook
        self._is_plain = not (object_hook or parse_float or parse_int or parse_constant or object_pairs_hook)
        self.scan_once = self._scan_once

    def decode(self, s):
        """The object of a whole text."""
        obj, end = self.raw_decode(s, _skip(s, 0))
        end = _skip(s, end)
        if end != len(s):
            raise JSONDecodeError("Extra data", s, end)
        return obj

    def raw_decode(self, s, idx=0):
        """The object that begins at `idx`, and where it ends."""
        if self._is_plain:
            if idx < 0:
                raise ValueError("idx cannot be negative")
            result = scan_plain(s, idx, self.strict)
            if len(result) == 3:
                raise JSONDecodeError(result[1], s, result[2])
            return result
        try:
            return self.scan_once(s, idx)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None

    def _scan_once(self, s, i):
        c = s[i : i + 1]
        if c == '"':
            return scanstring(s, i + 1, self.strict)
        if c == "{":
            return self._scan_object(s, i + 1)
        if c == "[":
            return self._scan_array(s, i + 1)
        if c == "n" and s.startswith("null", i):
            return None, i + 4
        if c == "t" and s.startswith("true", i):
            return True, i + 4
        if c == "f" and s.startswith("false", i):
            return False, i + 5
        number = self._scan_number(s, i)
        if number is not None:
            return number
        for name in ("NaN", "Infinity", "-Infinity"):
            if s.startswith(name, i):
                return self.parse_constant(name), i + len(name)
        raise StopIteration(i)

    def _scan_number(self, s, start):
        n = len(s)
        i = start
        if i < n and s[i] == "-":
            i += 1
        if i < n and s[i] == "0":
            i += 1
        else:
            first = i
            while i < n and "0" <= s[i] <= "9":
                i += 1
            if i == first:
                return None
        is_float = False
        if i + 1 < n and s[i] == "." and "0" <= s[i + 1] <= "9":
            is_float = True
            i += 1
            while i < n and "0" <= s[i] <= "9":
                i += 1
        if i < n and s[i] in "eE":
            j = i + 1
            if j < n and s[j] in "+-":
                j += 1
            first = j
            while j < n and "0" <= s[j] <= "9":
                j += 1
            if j > first:
                is_float = True
                i = j
        text = s[start:i]
        return (self.parse_float if is_float else self.parse_int)(text), i

    def _value(self, s, i):
        try:
            return self.scan_once(s, i)
        except StopIteration as err:
            raise JSONDecodeError("Expecting value", s, err.value) from None

    def _scan_array(self, s, i):
        values = []
        i = _skip(s, i)
        if s[i : i + 1] == "]":
            return values, i + 1
        while True:
            value, i = self._value(s, i)
            values.append(value)
            i = _skip(s, i)
            c = s[i : i + 1]
            if c == "]":
                return values, i + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip(s, i + 1)

    def _scan_object(self, s, i):
        pairs = []
        i = _skip(s, i)
        if s[i : i + 1] == "}":
            return self._make(pairs), i + 1
        while True:
            if s[i : i + 1] != '"':
                raise JSONDecodeError("Expecting property name enclosed in double quotes", s, i)
            key, i = scanstring(s, i + 1, self.strict)
            i = _skip(s, i)
            if s[i : i + 1] != ":":
                raise JSONDecodeError("Expecting ':' delimiter", s, i)
            value, i = self._value(s, _skip(s, i + 1))
            pairs.append((key, value))
            i = _skip(s, i)
            c = s[i : i + 1]
            if c == "}":
                return self._make(pairs), i + 1
            if c != ",":
                raise JSONDecodeError("Expecting ',' delimiter", s, i)
            i = _skip(s, i + 1)

    def _make(self, pairs):
        if self.object_pairs_hook is not None:
            return self.object_pairs_hook(pairs)
        result = dict(pairs)
        return result if self.object_hook is None else self.object_hook(result)
