"""The reader of pickles: a loop over operations, each a method."""

import copyreg as _copyreg
import math as _math
import sys as _sys
from _compat_pickle import IMPORT_MAPPING, NAME_MAPPING
from _pickle_parts import END, HIGHEST_PROTOCOL, OPCODES, UnpicklingError, codecs_encode, follow

STOP = OPCODES["STOP"]


def _unpack_float(data):
    bits = int.from_bytes(data, "big")
    fraction = bits & (1 << 52) - 1
    exponent = bits >> 52 & 0x7FF
    if exponent == 0x7FF:
        value = _math.nan if fraction else _math.inf
    elif exponent == 0:
        value = _math.ldexp(float(fraction), -1074)
    else:
        value = _math.ldexp(float(fraction | 1 << 52), exponent - 1075)
    return _math.copysign(value, -1.0) if bits >> 63 else value


def decode_long(data):
    return int.from_bytes(data, "little", signed=True)


def _unescape(data):
    text = data.decode("latin-1")
    if "\\" not in text:
        return text
    parts = []
    at = 0
    while at < len(text):
        width = {"\\u": 4, "\\U": 8}.get(text[at : at + 2])
        if text[at] == "\\" and width is not None:
            digits = text[at + 2 : at + 2 + width]
            parts.append(chr(int(digits, 16)))
            at += 2 + width
        elif text[at : at + 2] == "\\\\":
            parts.append("\\\\")
            at += 2
        else:
            parts.append(text[at])
            at += 1
    return "".join(parts)


class Unpickler:
    def __init__(self, file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
        if not hasattr(file, "read") or not hasattr(file, "readline"):
            raise TypeError("file must have 'read' and 'readline' attributes")
        self._whole = file if type(file) is _Reader else None
        self._read = file.read
        self._readline = file.readline
        self._buffers = iter(buffers) if buffers is not None else None
        self.memo = {}
        self.encoding = encoding
        self.errors = errors
        self.proto = 0
        self.fix_imports = fix_imports

    def persistent_load(self, pid):
        raise UnpicklingError(
            "A load persistent id instruction was encountered,\nbut no persistent_load function was specified."
        )

    def load(self):
        if not hasattr(self, "_read"):
            raise UnpicklingError(f"Unpickler.__init__() was not called by {type(self).__name__}.__init__()")
        self.stack = []
        self._marks = []
        self.proto = 0
        operations = _OPERATIONS
        read = self._read
        while True:
            key = read(1)
            if not key:
                raise EOFError("Ran out of input")
            if key == STOP:
                return self._pop()
            operation = operations.get(key)
            if operation is None:
                shown = "\\x%02x" % key[0] if not 32 <= key[0] < 127 else chr(key[0])
                raise UnpicklingError(f"invalid load key, '{shown}'.")
            operation(self)

    def _take(self, size):
        data = self._read(size) if size else b""
        if len(data) < size:
            raise UnpicklingError("pickle data was truncated")
        return data

    def _line(self):
        line = self._readline()
        if not line.endswith(b"\n"):
            raise UnpicklingError("pickle data was truncated")
        return line[:-1]

    def _number(self, size, signed=False):
        return int.from_bytes(self._take(size), "little", signed=signed)

    def _floor(self):
        return self._marks[-1] if self._marks else 0

    def _need(self, count):
        if len(self.stack) - self._floor() < count:
            raise UnpicklingError("unexpected MARK found" if self._marks else "unpickling stack underflow")

    def _pop(self):
        self._need(1)
        return self.stack.pop()

    def _pop_mark(self):
        if not self._marks:
            raise UnpicklingError("could not find MARK")
        at = self._marks.pop()
        items = self.stack[at:]
        del self.stack[at:]
        return items

    def find_class(self, module_name, global_name, /):
        if self.proto < 3 and self.fix_imports:
            if (module_name, global_name) in NAME_MAPPING:
                module_name, global_name = NAME_MAPPING[module_name, global_name]
            elif module_name in IMPORT_MAPPING:
                module_name = IMPORT_MAPPING[module_name]
        if module_name == "_codecs" and global_name == "encode":
            return codecs_encode()
        __import__(module_name)
        module = _sys.modules[module_name]
        dotted = global_name.split(".") if self.proto >= 4 else [global_name]
        return follow(module, dotted, global_name)[0]

    def _o_proto(self):
        self.proto = self._number(1)
        if self.proto > HIGHEST_PROTOCOL:
            raise ValueError(f"unsupported pickle protocol: {self.proto}")

    def _o_frame(self):
        size = self._number(8)
        if size > _sys.maxsize:
            raise ValueError("FRAME length exceeds system's maximum of %d bytes" % _sys.maxsize)
        if self._whole is not None and size > len(self._whole.data) - self._whole.at:
            raise UnpicklingError("pickle data was truncated")

    def _o_mark(self):
        self._marks.append(len(self.stack))

    def _o_pop(self):
        if self._marks and self._marks[-1] == len(self.stack):
            self._marks.pop()
        else:
            self._pop()

    def _o_pop_mark(self):
        self._pop_mark()

    def _o_dup(self):
        self._need(1)
        self.stack.append(self.stack[-1])

    def _o_none(self):
        self.stack.append(None)

    def _o_true(self):
        self.stack.append(True)

    def _o_false(self):
        self.stack.append(False)

    def _o_int(self):
        line = self._line()
        if line == b"00" or line == b"01":
            self.stack.append(line == b"01")
            return
        try:
            self.stack.append(int(line, 0))
        except ValueError:
            raise ValueError("could not convert string to int") from None

    def _o_long(self):
        line = self._line()
        self.stack.append(int(line[:-1] if line.endswith(b"L") else line, 0))

    def _o_binint(self):
        self.stack.append(self._number(4, True))

    def _o_binint1(self):
        self.stack.append(self._number(1))

    def _o_binint2(self):
        self.stack.append(self._number(2))

    def _o_long1(self):
        self.stack.append(decode_long(self._take(self._number(1))))

    def _o_long4(self):
        size = self._number(4, True)
        if size < 0:
            raise UnpicklingError("LONG pickle has negative byte count")
        self.stack.append(decode_long(self._take(size)))

    def _o_float(self):
        try:
            self.stack.append(float(self._line()))
        except ValueError:
            raise ValueError("could not convert string to float") from None

    def _o_binfloat(self):
        self.stack.append(_unpack_float(self._take(8)))

    def _old_string(self, data):
        if self.encoding == "bytes":
            self.stack.append(data)
        else:
            self.stack.append(data.decode(self.encoding, self.errors))

    def _o_string(self):
        line = self._line()
        if len(line) < 2 or line[:1] != line[-1:] or line[:1] not in (b"'", b'"'):
            raise UnpicklingError("the STRING opcode argument must be quoted")
        self._old_string(_unquote(line[1:-1]))

    def _o_binstring(self):
        self._old_string(self._take(self._number(4)))

    def _o_short_binstring(self):
        self._old_string(self._take(self._number(1)))

    def _o_unicode(self):
        self.stack.append(_unescape(self._line()))

    def _text(self, width):
        self.stack.append(self._take(self._number(width)).decode("utf-8", "surrogatepass"))

    def _o_binunicode(self):
        self._text(4)

    def _o_short_binunicode(self):
        self._text(1)

    def _o_binunicode8(self):
        self._text(8)

    def _o_binbytes(self):
        self.stack.append(self._take(self._number(4)))

    def _o_short_binbytes(self):
        self.stack.append(self._take(self._number(1)))

    def _o_binbytes8(self):
        self.stack.append(self._take(self._number(8)))

    def _o_bytearray8(self):
        self.stack.append(bytearray(self._take(self._number(8))))

    def _o_next_buffer(self):
        if self._buffers is None:
            raise UnpicklingError("pickle stream refers to out-of-band data but no *buffers* argument was given")
        buffer = next(self._buffers, END)
        if buffer is END:
            raise UnpicklingError("not enough out-of-band buffers")
        self.stack.append(buffer)

    def _o_readonly_buffer(self):
        view = memoryview(self._pop())
        self.stack.append(view if view.readonly else view.toreadonly())

    def _o_tuple(self):
        self.stack.append(tuple(self._pop_mark()))

    def _o_empty_tuple(self):
        self.stack.append(())

    def _fixed(self, size):
        self._need(size)
        self.stack[-size:] = [tuple(self.stack[-size:])]

    def _o_tuple1(self):
        self._fixed(1)

    def _o_tuple2(self):
        self._fixed(2)

    def _o_tuple3(self):
        self._fixed(3)

    def _o_empty_list(self):
        self.stack.append([])

    def _o_empty_dict(self):
        self.stack.append({})

    def _o_empty_set(self):
        self.stack.append(set())

    def _o_frozenset(self):
        self.stack.append(frozenset(self._pop_mark()))

    def _o_list(self):
        self.stack.append(self._pop_mark())

    def _o_dict(self):
        items = self._pop_mark()
        if len(items) % 2:
            raise UnpicklingError("odd number of items for DICT")
        self.stack.append({items[at]: items[at + 1] for at in range(0, len(items), 2)})

    def _o_append(self):
        self._need(2)
        item = self._pop()
        self._extend([item])

    def _o_appends(self):
        self._extend(self._pop_mark())

    def _extend(self, items):
        self._need(1)
        target = self.stack[-1]
        if isinstance(target, list):
            target.extend(items)
            return
        extend = getattr(target, "extend", None)
        if extend is not None:
            extend(items)
            return
        append = target.append
        for item in items:
            append(item)

    def _o_setitem(self):
        self._need(3)
        value = self._pop()
        key = self._pop()
        self.stack[-1][key] = value

    def _o_setitems(self):
        items = self._pop_mark()
        self._need(1)
        target = self.stack[-1]
        if len(items) % 2:
            raise UnpicklingError("odd number of items for SETITEMS")
        for at in range(0, len(items), 2):
            target[items[at]] = items[at + 1]

    def _o_additems(self):
        items = self._pop_mark()
        self._need(1)
        target = self.stack[-1]
        if isinstance(target, set):
            target.update(items)
            return
        add = target.add
        for item in items:
            add(item)

    def _o_global(self):
        module_name = self._line().decode("utf-8")
        self.stack.append(self.find_class(module_name, self._line().decode("utf-8")))

    def _o_stack_global(self):
        self._need(2)
        name = self._pop()
        module_name = self._pop()
        if type(name) is not str or type(module_name) is not str:
            raise UnpicklingError("STACK_GLOBAL requires str")
        self.stack.append(self.find_class(module_name, name))

    def _extension(self, code):
        if code <= 0:
            raise UnpicklingError("EXT specifies code <= 0")
        cache = _copyreg._extension_cache
        if code in cache:
            self.stack.append(cache[code])
            return
        key = _copyreg._inverted_registry.get(code)
        if key is None:
            raise ValueError(f"unregistered extension code {code}")
        found = cache[code] = self.find_class(*key)
        self.stack.append(found)

    def _o_ext1(self):
        self._extension(self._number(1))

    def _o_ext2(self):
        self._extension(self._number(2))

    def _o_ext4(self):
        self._extension(self._number(4, True))

    def _instantiate(self, cls, args):
        if args or not isinstance(cls, type) or hasattr(cls, "__getinitargs__"):
            return cls(*args)
        return cls.__new__(cls)

    def _o_inst(self):
        module_name = self._line().decode("ascii")
        cls = self.find_class(module_name, self._line().decode("ascii"))
        self.stack.append(self._instantiate(cls, self._pop_mark()))

    def _o_obj(self):
        items = self._pop_mark()
        if not items:
            raise UnpicklingError("unpickling stack underflow")
        self.stack.append(self._instantiate(items[0], items[1:]))

    def _o_reduce(self):
        self._need(2)
        args = self._pop()
        func = self._pop()
        self.stack.append(func(*args))

    def _new(self, code, with_keywords):
        self._need(3 if with_keywords else 2)
        kwargs = self._pop() if with_keywords else {}
        args = self._pop()
        cls = self._pop()
        if not isinstance(cls, type):
            raise UnpicklingError(f"{code} class argument must be a type, not {type(cls).__name__}")
        if not isinstance(args, tuple):
            raise UnpicklingError(f"{code} args argument must be a tuple, not {type(args).__name__}")
        if not isinstance(kwargs, dict):
            raise UnpicklingError(f"{code} kwargs argument must be a dict, not {type(kwargs).__name__}")
        self.stack.append(cls.__new__(cls, *args, **kwargs))

    def _o_newobj(self):
        self._new("NEWOBJ", False)

    def _o_newobj_ex(self):
        self._new("NEWOBJ_EX", True)

    def _o_build(self):
        self._need(2)
        state = self._pop()
        target = self.stack[-1]
        setstate = getattr(target, "__setstate__", END)
        if setstate is not END:
            setstate(state)
            return
        slots = None
        if type(state) is tuple and len(state) == 2:
            state, slots = state
        if state is not None:
            if not isinstance(state, dict):
                raise UnpicklingError("state is not a dictionary")
            target.__dict__.update(state)
        if slots is not None:
            if not isinstance(slots, dict):
                raise UnpicklingError("slot state is not a dictionary")
            for name, value in slots.items():
                setattr(target, name, value)

    def _o_persid(self):
        try:
            pid = self._line().decode("ascii")
        except UnicodeDecodeError:
            raise UnpicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self.stack.append(self.persistent_load(pid))

    def _o_binpersid(self):
        self.stack.append(self.persistent_load(self._pop()))

    def _recall(self, at):
        if at not in self.memo:
            raise UnpicklingError(f"Memo value not found at index {at}")
        self.stack.append(self.memo[at])

    def _o_get(self):
        self._recall(int(self._line().decode("latin-1") + "\n"))

    def _o_binget(self):
        self._recall(self._number(1))

    def _o_long_binget(self):
        self._recall(self._number(4))

    def _remember(self, at):
        self._need(1)
        self.memo[at] = self.stack[-1]

    def _o_put(self):
        at = int(self._line().decode("latin-1") + "\n")
        if at < 0:
            raise ValueError("negative PUT argument")
        self._remember(at)

    def _o_binput(self):
        self._remember(self._number(1))

    def _o_long_binput(self):
        self._remember(self._number(4))

    def _o_memoize(self):
        self._remember(len(self.memo))


def _unquote(data):
    """The bytes that a Python 2 string literal stands for, without its quotes."""
    if b"\\" not in data:
        return data
    from ast import literal_eval

    return literal_eval("b'" + data.decode("latin-1").replace("\\'", "'").replace("'", "\\'") + "'")


_NAMED = {"newtrue": "true", "newfalse": "false"}
_OPERATIONS = {
    code: getattr(Unpickler, "_o_" + _NAMED.get(name.lower(), name.lower()))
    for name, code in OPCODES.items()
    if name not in ("STOP", "TRUE", "FALSE")
}


class _Reader:
    """A file over bytes; a request for more than there is allocates no more than there is."""

    __slots__ = ("data", "at")

    def __init__(self, data):
        self.data = data
        self.at = 0

    def read(self, size):
        start = self.at
        end = self.at = min(start + size, len(self.data))
        return self.data[start:end]

    def readline(self):
        end = self.data.find(b"\n", self.at) + 1
        return self.read((end or len(self.data)) - self.at)


Unpickler.__module__ = "_pickle"
