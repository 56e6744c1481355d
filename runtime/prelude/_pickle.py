"""The writer of pickles, and the functions of the module pickle."""

# Nothing here recurses over data: every object being written is a generator on the pickler's own stack.
import copyreg as _copyreg
import math as _math
import sys as _sys
from _compat_pickle import REVERSE_IMPORT_MAPPING, REVERSE_NAME_MAPPING
from _pickle_parts import DEFAULT_PROTOCOL, END, HIGHEST_PROTOCOL, OPCODES, PickleBuffer, PickleError, PicklingError
from _pickle_parts import UnpicklingError, codecs_encode, follow, plain_encode
from _pickle_read import Unpickler, _Reader

globals().update(OPCODES)

_BATCH = 1000
_FRAME_TARGET = 64 * 1024
_DEEPEST = 50000


def _pack_float(value):
    """The eight bytes of a float, most significant first."""
    sign = 1 << 63 if _math.copysign(1.0, value) < 0 else 0
    if value != value:
        return (sign | 0x7FF8 << 48).to_bytes(8, "big")
    value = abs(value)
    if value == _math.inf:
        return (sign | 0x7FF0 << 48).to_bytes(8, "big")
    if value == 0.0:
        return sign.to_bytes(8, "big")
    fraction, exponent = _math.frexp(value)
    exponent += 1022
    if exponent <= 0:
        bits = int(_math.ldexp(value, 1074))
    else:
        bits = exponent << 52 | (int(_math.ldexp(fraction, 53)) - (1 << 52))
    return (sign | bits).to_bytes(8, "big")


def encode_long(x):
    """The shortest two's complement of an int, least significant byte first."""
    if x == 0:
        return b""
    size = (x.bit_length() >> 3) + 1
    data = x.to_bytes(size, "little", signed=True)
    if x < 0 and size > 1 and data[-1] == 0xFF and data[-2] & 0x80:
        data = data[:-1]
    return data


def _escape(text):
    parts = []
    for char in text:
        code = ord(char)
        if code > 0xFFFF:
            parts.append(b"\\U%08x" % code)
        elif code > 0xFF or char in "\\\0\n\r\x1a":
            parts.append(b"\\u%04x" % code)
        else:
            parts.append(bytes((code,)))
    return b"".join(parts)


def whichmodule(obj, name):
    """The name of the module in which an object is found."""
    module_name = getattr(obj, "__module__", None)
    if module_name is not None:
        return module_name
    dotted = name.split(".")
    for module_name, module in _sys.modules.copy().items():
        if module_name in ("__main__", "__mp_main__") or module is None:
            continue
        try:
            if follow(module, dotted, name)[0] is obj:
                return module_name
        except AttributeError:
            pass
    return "__main__"


class _Bare:
    """A value to write without asking persistent_id."""

    __slots__ = ("value",)

    def __init__(self, value):
        self.value = value


class Pickler:
    def __init__(self, file, protocol=None, *, fix_imports=True, buffer_callback=None):
        if protocol is None:
            protocol = DEFAULT_PROTOCOL
        if protocol < 0:
            protocol = HIGHEST_PROTOCOL
        elif protocol > HIGHEST_PROTOCOL:
            raise ValueError(f"pickle protocol must be <= {HIGHEST_PROTOCOL}")
        if buffer_callback is not None and protocol < 5:
            raise ValueError("buffer_callback needs protocol >= 5")
        try:
            self._file_write = file.write
        except AttributeError:
            raise TypeError("file must have a 'write' attribute") from None
        self._buffer_callback = buffer_callback
        self.memo = {}
        self.proto = int(protocol)
        self.bin = protocol >= 1
        self.fast = 0
        self.fix_imports = fix_imports and protocol < 3
        self._frame = None
        self._out = bytearray()

    def clear_memo(self):
        self.memo.clear()

    def persistent_id(self, obj):
        return None

    def dump(self, obj):
        if not hasattr(self, "_file_write"):
            raise PicklingError(f"Pickler.__init__() was not called by {type(self).__name__}.__init__()")
        self._out = bytearray()
        self._frame = None
        if self.proto >= 2:
            self._out += PROTO + bytes((self.proto,))
        if self.proto >= 4:
            self._frame = bytearray()
        try:
            self.save(obj)
            self.write(STOP)
            self._end_frame()
            self._file_write(bytes(self._out))
        finally:
            self._frame = None
            self._out = bytearray()

    def write(self, data):
        if self._frame is None:
            self._out += data
        else:
            self._frame += data

    def _end_frame(self):
        frame = self._frame
        if not frame:
            return
        if len(frame) >= 4:
            self._out += FRAME + len(frame).to_bytes(8, "little")
        self._out += frame
        self._frame = bytearray()

    def _write_large(self, header, payload):
        if self._frame is not None and len(payload) >= _FRAME_TARGET:
            self._end_frame()
            self._out += header
            self._out += payload
        else:
            self.write(header)
            self.write(payload)

    def _key(self, obj):
        # Equal strings are one object here.
        return obj if type(obj) is str else id(obj)

    def memoize(self, obj, key=None):
        if self.fast:
            return
        at = len(self.memo)
        self.memo[self._key(obj) if key is None else key] = at, obj
        if self.proto >= 4:
            self.write(MEMOIZE)
        elif not self.bin:
            self.write(b"p%d\n" % at)
        elif at < 256:
            self.write(BINPUT + bytes((at,)))
        else:
            self.write(LONG_BINPUT + at.to_bytes(4, "little"))

    def _get(self, at):
        if not self.bin:
            self.write(b"g%d\n" % at)
        elif at < 256:
            self.write(BINGET + bytes((at,)))
        else:
            self.write(LONG_BINGET + at.to_bytes(4, "little"))

    def save(self, obj, save_persistent_id=True):
        """Writes an object and what it holds."""
        first = self._begin(obj if save_persistent_id else _Bare(obj))
        if first is None:
            return
        stack = [first]
        while stack:
            for child in stack[-1]:
                deeper = self._begin(child)
                if deeper is not None:
                    if len(stack) >= _DEEPEST:
                        raise RecursionError("maximum recursion depth exceeded while pickling an object")
                    stack.append(deeper)
                break
            else:
                stack.pop()

    def _begin(self, obj):
        """Writes an object that holds no others and returns None, or returns a generator that yields the objects to write."""
        if self._frame is not None and len(self._frame) >= _FRAME_TARGET:
            self._end_frame()
        kind = type(obj)
        if kind is _Bare:
            obj = obj.value
            kind = type(obj)
        else:
            pid = self.persistent_id(obj)
            if pid is not None:
                return self._persistent(pid)
        if obj is None:
            return self.write(NONE)
        atom = _ATOMS.get(kind)
        if atom is not None:
            return atom(self, obj)
        known = self.memo.get(obj if kind is str else id(obj))
        if known is not None:
            return self._get(known[0])
        saver = _SAVERS.get(kind)
        if saver is not None:
            return saver(self, obj)
        reduced = NotImplemented
        override = getattr(self, "reducer_override", None)
        if override is not None:
            reduced = override(obj)
        if reduced is NotImplemented:
            if kind is type:
                return self._type(obj)
            if kind is _Function:
                return self._global(obj, None)
            table = getattr(self, "dispatch_table", _copyreg.dispatch_table)
            try:
                reducer = table[kind]
            except KeyError:
                reducer = None
            if reducer is not None:
                reduced = reducer(obj)
            elif issubclass(kind, type):
                return self._global(obj, None)
            else:
                reducer = getattr(obj, "__reduce_ex__", None)
                if reducer is not None:
                    reduced = reducer(self.proto)
                else:
                    reducer = getattr(obj, "__reduce__", None)
                    if reducer is None:
                        raise PicklingError(f"can't pickle {kind.__name__!r} object: {obj!r}")
                    reduced = reducer()
        if isinstance(reduced, str):
            return self._global(obj, reduced)
        if not isinstance(reduced, tuple):
            raise PicklingError("__reduce__ must return a string or tuple")
        if not 2 <= len(reduced) <= 6:
            raise PicklingError("tuple returned by __reduce__ must contain 2 through 6 elements")
        return self._reduced(obj, *reduced)

    def _persistent(self, pid):
        if self.bin:
            yield _Bare(pid)
            self.write(BINPERSID)
            return
        try:
            text = str(pid).encode("ascii")
        except UnicodeEncodeError:
            raise PicklingError("persistent IDs in protocol 0 must be ASCII strings") from None
        self.write(PERSID + text + b"\n")

    def _reduced(self, obj, func, args, state=None, listitems=None, dictitems=None, setter=None, /, *, keep=True):
        if not callable(func):
            raise PicklingError("first item of the tuple returned by __reduce__ must be callable")
        if not isinstance(args, tuple):
            raise PicklingError("second item of the tuple returned by __reduce__ must be a tuple")
        if listitems is not None and not hasattr(type(listitems), "__next__"):
            raise PicklingError(
                f"fourth element of the tuple returned by __reduce__ must be an iterator, not {type(listitems).__name__}"
            )
        if dictitems is not None and not hasattr(type(dictitems), "__next__"):
            raise PicklingError(
                f"fifth element of the tuple returned by __reduce__ must be an iterator, not {type(dictitems).__name__}"
            )
        if setter is not None and not callable(setter):
            raise PicklingError(
                f"sixth element of the tuple returned by __reduce__ must be a function, not {type(setter).__name__}"
            )
        name = getattr(func, "__name__", "") if self.proto >= 2 else ""
        if name == "__newobj_ex__":
            if len(args) != 3:
                raise PicklingError(f"length of the NEWOBJ_EX argument tuple must be exactly 3, not {len(args)}")
            cls, args, kwargs = args
            if not hasattr(cls, "__new__"):
                raise PicklingError("first item from NEWOBJ_EX argument tuple must be a class, not " + type(cls).__name__)
            if self.proto >= 4:
                yield cls
                yield args
                yield kwargs
                self.write(NEWOBJ_EX)
            else:
                from functools import partial

                yield partial(cls.__new__, cls, *args, **kwargs)
                yield ()
                self.write(REDUCE)
        elif name == "__newobj__":
            if not args:
                raise PicklingError("__newobj__ arglist is empty")
            cls = args[0]
            if not hasattr(cls, "__new__"):
                raise PicklingError("args[0] from __newobj__ args has no __new__")
            if keep and cls is not obj.__class__:
                raise PicklingError("args[0] from __newobj__ args has the wrong class")
            yield cls
            yield args[1:]
            self.write(NEWOBJ)
        else:
            yield func
            yield args
            self.write(REDUCE)
        if keep:
            known = self.memo.get(self._key(obj))
            if known is not None:
                self.write(POP)
                self._get(known[0])
            else:
                self.memoize(obj)
        if listitems is not None:
            yield from self._append(listitems)
        if dictitems is not None:
            yield from self._set_items(dictitems)
        if state is None:
            return
        if setter is None:
            yield state
            self.write(BUILD)
        else:
            yield setter
            yield obj
            yield state
            self.write(TUPLE2 if self.proto >= 2 else TUPLE)
            self.write(REDUCE + POP)

    def _append(self, items):
        if not self.bin:
            for item in items:
                yield item
                self.write(APPEND)
            return
        count = _BATCH
        while count == _BATCH:
            first = next(items, END)
            if first is END:
                return
            item = next(items, END)
            if item is END:
                yield first
                self.write(APPEND)
                return
            self.write(MARK)
            yield first
            count = 1
            while item is not END:
                yield item
                count += 1
                if count == _BATCH:
                    break
                item = next(items, END)
            self.write(APPENDS)

    def _pair(self, pair):
        if type(pair) is not tuple or len(pair) != 2:
            raise TypeError("dict items iterator must return 2-tuples")
        return pair

    def _set_items(self, items):
        if not self.bin:
            for pair in items:
                key, value = self._pair(pair)
                yield key
                yield value
                self.write(SETITEM)
            return
        count = _BATCH
        while count == _BATCH:
            first = next(items, END)
            if first is END:
                return
            first = self._pair(first)
            pair = next(items, END)
            if pair is END:
                yield first[0]
                yield first[1]
                self.write(SETITEM)
                return
            self.write(MARK)
            yield first[0]
            yield first[1]
            count = 1
            while pair is not END:
                key, value = self._pair(pair)
                yield key
                yield value
                count += 1
                if count == _BATCH:
                    break
                pair = next(items, END)
            self.write(SETITEMS)

    def _bool(self, obj):
        if self.proto >= 2:
            self.write(NEWTRUE if obj else NEWFALSE)
        else:
            self.write(TRUE if obj else FALSE)

    def _int(self, obj):
        if self.bin and 0 <= obj <= 0xFF:
            self.write(BININT1 + bytes((obj,)))
        elif self.bin and 0 <= obj <= 0xFFFF:
            self.write(BININT2 + obj.to_bytes(2, "little"))
        elif -0x80000000 <= obj <= 0x7FFFFFFF:
            self.write(BININT + obj.to_bytes(4, "little", signed=True) if self.bin else b"I%d\n" % obj)
        elif self.proto >= 2:
            data = encode_long(obj)
            if len(data) < 256:
                self.write(LONG1 + bytes((len(data),)) + data)
            else:
                self.write(LONG4 + len(data).to_bytes(4, "little") + data)
        else:
            self.write(LONG + repr(obj).encode("ascii") + b"L\n")

    def _float(self, obj):
        if self.bin:
            self.write(BINFLOAT + _pack_float(obj))
        else:
            self.write(FLOAT + repr(obj).encode("ascii") + b"\n")

    def _str(self, obj, key=None):
        if self.bin:
            data = obj.encode("utf-8", "surrogatepass")
            size = len(data)
            if size <= 0xFF and self.proto >= 4:
                self.write(SHORT_BINUNICODE + bytes((size,)) + data)
            else:
                self._write_large(BINUNICODE + size.to_bytes(4, "little"), data)
        else:
            self.write(UNICODE + _escape(obj) + b"\n")
        self.memoize(obj, key)

    def _module_name(self, name):
        # CPython's built-in functions share a string that is not the one in their module's classes.
        known = self.memo.get((name,))
        if known is not None:
            self._get(known[0])
        else:
            self._str(name, (name,))

    def _bytes(self, obj):
        if self.proto < 3:
            if not obj:
                return self._reduced(obj, bytes, ())
            return self._reduced(obj, codecs_encode(), (obj.decode("latin-1"), "latin1"))
        size = len(obj)
        if size <= 0xFF:
            self.write(SHORT_BINBYTES + bytes((size,)) + obj)
        else:
            self._write_large(BINBYTES + size.to_bytes(4, "little"), obj)
        self.memoize(obj)

    def _bytearray(self, obj):
        if self.proto < 5:
            return self._reduced(obj, bytearray, (bytes(obj),) if obj else ())
        self._write_large(BYTEARRAY8 + len(obj).to_bytes(8, "little"), obj)
        self.memoize(obj)

    def _buffer(self, obj):
        if self.proto < 5:
            raise PicklingError("PickleBuffer can only be pickled with protocol >= 5")
        view = obj.raw()
        inside = True
        if self._buffer_callback is not None:
            inside = bool(self._buffer_callback(obj))
        if inside:
            return self._bytes(view.tobytes()) if view.readonly else self._bytearray(bytearray(view))
        self.write(NEXT_BUFFER)
        if view.readonly:
            self.write(READONLY_BUFFER)

    def _list(self, obj):
        self.write(EMPTY_LIST if self.bin else MARK + LIST)
        self.memoize(obj)
        return self._list_items(obj) if obj else None

    def _list_items(self, obj):
        if not self.bin:
            yield from self._append(iter(obj))
        elif len(obj) == 1:
            yield obj[0]
            self.write(APPEND)
        else:
            at = 0
            while at < len(obj):
                end = at + _BATCH
                self.write(MARK)
                while at < len(obj) and at < end:
                    yield obj[at]
                    at += 1
                self.write(APPENDS)

    def _dict(self, obj):
        self.write(EMPTY_DICT if self.bin else MARK + DICT)
        self.memoize(obj)
        return self._dict_items(obj) if obj else None

    def _dict_items(self, obj):
        size = len(obj)
        if not self.bin:
            yield from self._set_items(iter(obj.items()))
            return
        count = 0
        if size > 1:
            self.write(MARK)
        for key, value in obj.items():
            if count == _BATCH:
                self.write(SETITEMS + MARK)
                count = 0
            yield key
            yield value
            count += 1
        if count == _BATCH:
            self.write(SETITEMS + MARK)
        self.write(SETITEMS if size > 1 else SETITEM)

    def _tuple(self, obj):
        if not obj:
            return self.write(EMPTY_TUPLE if self.bin else MARK + TUPLE)
        return self._tuple_items(obj)

    def _tuple_items(self, obj):
        size = len(obj)
        short = size <= 3 and self.proto >= 2
        if not short:
            self.write(MARK)
        yield from obj
        # A tuple that holds itself has been written meanwhile.
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(POP * size if short else POP_MARK if self.bin else POP * (size + 1))
            self._get(known[0])
            return
        self.write((TUPLE1, TUPLE2, TUPLE3)[size - 1] if short else TUPLE)
        self.memoize(obj)

    def _set(self, obj):
        if self.proto < 4:
            return self._reduced(obj, set, (list(obj),))
        self.write(EMPTY_SET)
        self.memoize(obj)
        return self._set_members(obj) if obj else None

    def _set_members(self, obj):
        count = 0
        self.write(MARK)
        for item in obj:
            if count == _BATCH:
                self.write(ADDITEMS + MARK)
                count = 0
            yield item
            count += 1
        self.write(ADDITEMS + MARK + ADDITEMS if count == _BATCH else ADDITEMS)

    def _frozenset(self, obj):
        if self.proto < 4:
            return self._reduced(obj, frozenset, (list(obj),))
        return self._frozenset_members(obj)

    def _frozenset_members(self, obj):
        self.write(MARK)
        yield from obj
        known = self.memo.get(id(obj))
        if known is not None:
            self.write(POP_MARK)
            self._get(known[0])
            return
        self.write(FROZENSET)
        self.memoize(obj)

    def _type(self, obj):
        for single in (None, NotImplemented, ...):
            if obj is type(single):
                return self._reduced(obj, type, (single,))
        return self._global(obj, None)

    def _global(self, obj, name):
        if name is None:
            name = getattr(obj, "__qualname__", None)
            if name is None:
                name = obj.__name__
        dotted = name.split(".")
        if "<locals>" in dotted:
            raise AttributeError(f"Can't pickle local object {name!r}")
        module_name = whichmodule(obj, name)
        if obj is plain_encode:
            module_name = "_codecs"
            name = "encode"
            parent = module = None
        else:
            try:
                __import__(module_name)
                module = _sys.modules[module_name]
            except (ImportError, KeyError):
                raise PicklingError(f"Can't pickle {obj!r}: import of module {module_name!r} failed") from None
            try:
                found, parent = follow(module, dotted, name)
            except AttributeError:
                raise PicklingError(f"Can't pickle {obj!r}: attribute lookup {name} on {module_name} failed") from None
            if found is not obj:
                raise PicklingError(f"Can't pickle {obj!r}: it's not the same object as {module_name}.{name}")
        if self.proto >= 2:
            code = _copyreg._extension_registry.get((module_name, name))
            if code is not None:
                if code <= 0xFF:
                    self.write(EXT1 + bytes((code,)))
                elif code <= 0xFFFF:
                    self.write(EXT2 + code.to_bytes(2, "little"))
                else:
                    self.write(EXT4 + code.to_bytes(4, "little"))
                return
        if self.proto >= 4:
            if type(obj) is _Builtin:
                self._module_name(module_name)
            else:
                yield module_name
            yield name
            self.write(STACK_GLOBAL)
        elif parent is not module:
            yield from self._reduced(obj, getattr, (parent, dotted[-1]), keep=False)
        else:
            if self.fix_imports:
                if (module_name, name) in REVERSE_NAME_MAPPING:
                    module_name, name = REVERSE_NAME_MAPPING[module_name, name]
                elif module_name in REVERSE_IMPORT_MAPPING:
                    module_name = REVERSE_IMPORT_MAPPING[module_name]
            try:
                text = f"{module_name}\n{name}\n".encode("utf-8" if self.proto >= 3 else "ascii")
            except UnicodeEncodeError:
                raise PicklingError(
                    f"can't pickle global identifier '{module_name}.{name}' using pickle protocol {self.proto}"
                ) from None
            self.write(GLOBAL + text)
        self.memoize(obj)


_Function = type(whichmodule)
_Builtin = type(len)
_ATOMS = {bool: Pickler._bool, int: Pickler._int, float: Pickler._float}
_SAVERS = {
    str: Pickler._str, bytes: Pickler._bytes, bytearray: Pickler._bytearray, list: Pickler._list, dict: Pickler._dict,
    tuple: Pickler._tuple, set: Pickler._set, frozenset: Pickler._frozenset, PickleBuffer: Pickler._buffer,
}


class _Chunks:
    __slots__ = ("data",)

    def __init__(self):
        self.data = []

    def write(self, data):
        self.data.append(data)


def dump(obj, file, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Writes an object to a file open for bytes."""
    Pickler(file, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)


def dumps(obj, protocol=None, *, fix_imports=True, buffer_callback=None):
    """Returns the bytes of an object."""
    out = _Chunks()
    Pickler(out, protocol, fix_imports=fix_imports, buffer_callback=buffer_callback).dump(obj)
    return b"".join(out.data)


def load(file, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Reads an object from a file open for bytes."""
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


def loads(data, /, *, fix_imports=True, encoding="ASCII", errors="strict", buffers=None):
    """Reads an object from bytes."""
    if isinstance(data, str):
        raise TypeError("a bytes-like object is required, not 'str'")
    file = _Reader(bytes(memoryview(data)))
    return Unpickler(file, fix_imports=fix_imports, encoding=encoding, errors=errors, buffers=buffers).load()


Pickler.__module__ = "_pickle"
