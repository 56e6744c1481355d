"""Sets of characters, templates, and the machinery of str.format for those who want it otherwise."""

__all__ = [
    "ascii_letters", "ascii_lowercase", "ascii_uppercase", "capwords", "digits", "hexdigits", "octdigits", "printable",
    "punctuation", "whitespace", "Formatter", "Template",
]

whitespace = " \t\n\r\v\f"
ascii_lowercase = "abcdefghijklmnopqrstuvwxyz"
ascii_uppercase = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
ascii_letters = ascii_lowercase + ascii_uppercase
digits = "0123456789"
hexdigits = digits + "abcdef" + "ABCDEF"
octdigits = "01234567"
punctuation = r"""!"#$%&'()*+,-./:;<=>?@[\]^_`{|}~"""
printable = digits + ascii_letters + punctuation + whitespace


def capwords(s, sep=None):
    """Capitalizes the words of a string."""
    return (sep or " ").join([word.capitalize() for word in s.split(sep)])


_absent = object()


class Template:
    """Strings with $name and ${name} in them."""

    delimiter = "$"
    idpattern = r"(?a:[_a-z][_a-z0-9]*)"
    braceidpattern = None
    flags = None

    def __init_subclass__(cls):
        super().__init_subclass__()
        # Subclasses that say otherwise what a name is are compiled when first used.
        cls.__compiled = None

    __compiled = None

    def __init__(self, template):
        self.template = template

    @classmethod
    def _regex(cls):
        if cls.__compiled is None:
            import re

            pattern = cls.__dict__.get("pattern")
            for base in cls.__mro__:
                if isinstance(base.__dict__.get("pattern"), str):
                    pattern = base.__dict__["pattern"]
                    break
            else:
                delim = re.escape(cls.delimiter)
                bid = cls.braceidpattern or cls.idpattern
                pattern = (
                    rf"{delim}(?:(?P<escaped>{delim})|(?P<named>{cls.idpattern})|"
                    rf"{{(?P<braced>{bid})}}|(?P<invalid>))"
                )
            flags = re.IGNORECASE if cls.flags is None else cls.flags
            cls.__compiled = re.compile(pattern, flags | re.VERBOSE)
        return cls.__compiled

    def _invalid(self, mo):
        i = mo.start("invalid")
        lines = self.template[:i].splitlines(keepends=True)
        if not lines:
            colno = 1
            lineno = 1
        else:
            colno = i - len("".join(lines[:-1]))
            lineno = len(lines)
        raise ValueError("Invalid placeholder in string: line %d, col %d" % (lineno, colno))

    def substitute(self, mapping=_absent, /, **kws):
        """The template with all names replaced. Raises KeyError for names that are not there."""
        values = _Chain(kws, mapping)

        def convert(mo):
            named = mo.group("named") or mo.group("braced")
            if named is not None:
                return str(values[named])
            if mo.group("escaped") is not None:
                return self.delimiter
            self._invalid(mo)

        return self._regex().sub(convert, self.template)

    def safe_substitute(self, mapping=_absent, /, **kws):
        """As substitute(), but leaves what it cannot replace."""
        values = _Chain(kws, mapping)

        def convert(mo):
            named = mo.group("named") or mo.group("braced")
            if named is not None:
                try:
                    return str(values[named])
                except KeyError:
                    return mo.group()
            if mo.group("escaped") is not None:
                return self.delimiter
            return mo.group()

        return self._regex().sub(convert, self.template)

    def is_valid(self):
        for mo in self._regex().finditer(self.template):
            if mo.group("invalid") is not None:
                return False
        return True

    def get_identifiers(self):
        ids = []
        for mo in self._regex().finditer(self.template):
            named = mo.group("named") or mo.group("braced")
            if named is not None and named not in ids:
                ids.append(named)
        return ids


class _Chain:
    def __init__(self, first, second):
        self.first = first
        self.second = second

    def __getitem__(self, key):
        if key in self.first or self.second is _absent:
            return self.first[key]
        return self.second[key]


def _is_blank(c):
    return c in " \t"


class Formatter:
    """str.format in Python; its methods can be overridden."""

    def format(self, format_string, /, *args, **kwargs):
        return self.vformat(format_string, args, kwargs)

    def vformat(self, format_string, args, kwargs):
        used_args = set()
        result, _ = self._vformat(format_string, args, kwargs, used_args, 2)
        self.check_unused_args(used_args, args, kwargs)
        return result

    def _vformat(self, format_string, args, kwargs, used_args, recursion_depth, auto_arg_index=0):
        if recursion_depth < 0:
            raise ValueError("Max string recursion exceeded")
        result = []
        for literal, field_name, format_spec, conversion in self.parse(format_string):
            if literal:
                result.append(literal)
            if field_name is None:
                continue
            if field_name == "":
                if auto_arg_index is False:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                field_name = str(auto_arg_index)
                auto_arg_index += 1
            elif field_name.isdigit():
                if auto_arg_index:
                    raise ValueError("cannot switch from manual field specification to automatic field numbering")
                auto_arg_index = False
            obj, arg_used = self.get_field(field_name, args, kwargs)
            used_args.add(arg_used)
            obj = self.convert_field(obj, conversion)
            format_spec, auto_arg_index = self._vformat(
                format_spec, args, kwargs, used_args, recursion_depth - 1, auto_arg_index=auto_arg_index
            )
            result.append(self.format_field(obj, format_spec))
        return "".join(result), auto_arg_index

    def get_value(self, key, args, kwargs):
        return args[key] if isinstance(key, int) else kwargs[key]

    def check_unused_args(self, used_args, args, kwargs):
        pass

    def format_field(self, value, format_spec):
        return format(value, format_spec)

    def convert_field(self, value, conversion):
        if conversion is None:
            return value
        if conversion == "s":
            return str(value)
        if conversion == "r":
            return repr(value)
        if conversion == "a":
            return ascii(value)
        raise ValueError(f"Unknown conversion specifier {conversion!s}")

    def parse(self, format_string):
        """Yields (literal, field name, format spec, conversion)."""
        i = 0
        n = len(format_string)
        literal = []
        while i < n:
            c = format_string[i]
            if c == "}":
                if format_string[i + 1 : i + 2] != "}":
                    raise ValueError("Single '}' encountered in format string")
                yield "".join(literal) + "}", None, None, None
                literal = []
                i += 2
            elif c == "{":
                if format_string[i + 1 : i + 2] == "{":
                    yield "".join(literal) + "{", None, None, None
                    literal = []
                    i += 2
                    continue
                if i + 1 == n:
                    raise ValueError("Single '{' encountered in format string")
                end = _field_end(format_string, i + 1)
                field = format_string[i + 1 : end]
                name, conversion, spec = _split_field(field)
                yield "".join(literal), name, spec, conversion
                literal = []
                i = end + 1
            else:
                literal.append(c)
                i += 1
        if literal:
            yield "".join(literal), None, None, None

    def get_field(self, field_name, args, kwargs):
        """Finds the object of a field name such as `0.name[key]`. Returns it and the key it was found by."""
        i = 0
        n = len(field_name)
        while i < n and field_name[i] not in ".[":
            i += 1
        first = field_name[:i]
        if first.isdigit():
            first = int(first)
        obj = self.get_value(first, args, kwargs)
        while i < n:
            if field_name[i] == ".":
                end = i + 1
                while end < n and field_name[end] not in ".[":
                    end += 1
                if end == i + 1:
                    raise ValueError("Empty attribute in format string")
                obj = getattr(obj, field_name[i + 1 : end])
                i = end
            elif field_name[i] == "[":
                end = field_name.find("]", i)
                if end < 0:
                    raise ValueError("Missing ']' in format string")
                key = field_name[i + 1 : end]
                if not key:
                    raise ValueError("Empty attribute in format string")
                obj = obj[int(key) if key.isdigit() else key]
                i = end + 1
            else:
                raise ValueError("Only '.' or '[' may follow ']' in format field specifier")
        return obj, first


def _field_end(text, start):
    depth = 1
    in_brackets = False
    for i in range(start, len(text)):
        c = text[i]
        if c == "[":
            in_brackets = True
        elif c == "]":
            in_brackets = False
        elif c == "{" and not in_brackets:
            depth += 1
        elif c == "}" and not in_brackets:
            depth -= 1
            if depth == 0:
                return i
    raise ValueError("expected '}' before end of string")


def _split_field(field):
    in_brackets = False
    for i, c in enumerate(field):
        if c == "[":
            in_brackets = True
        elif c == "]":
            in_brackets = False
        elif in_brackets:
            continue
        elif c == "!":
            rest = field[i + 1 :]
            if not rest:
                raise ValueError("end of string while looking for conversion specifier")
            if len(rest) > 1 and rest[1] != ":":
                raise ValueError("expected ':' after conversion specifier")
            return field[:i], rest[0], rest[2:]
        elif c == ":":
            return field[:i], None, field[i + 1 :]
        elif c == "{":
            raise ValueError("unexpected '{' in field name")
    return field, None, ""
