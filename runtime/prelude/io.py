"""Streams in memory."""
import abc

__all__ = ["BytesIO", "StringIO", "IOBase", "RawIOBase", "BufferedIOBase", "TextIOBase", "UnsupportedOperation", "SEEK_SET", "SEEK_CUR", "SEEK_END", "DEFAULT_BUFFER_SIZE", "BlockingIOError"]

SEEK_SET = 0
SEEK_CUR = 1
SEEK_END = 2
DEFAULT_BUFFER_SIZE = 8192
BlockingIOError = BlockingIOError


class UnsupportedOperation(OSError, ValueError):
    pass


class IOBase(metaclass=abc.ABCMeta):
    """What streams have in common."""

    __closed = False

    def _unsupported(self, name):
        raise UnsupportedOperation(f"{self.__class__.__name__}.{name}() not supported")

    def seek(self, pos, whence=0):
        self._unsupported("seek")

    def tell(self):
        return self.seek(0, 1)

    def truncate(self, pos=None):
        self._unsupported("truncate")

    def flush(self):
        self._checkClosed()

    def close(self):
        if not self.__closed:
            try:
                self.flush()
            finally:
                self.__closed = True

    def seekable(self):
        return False

    def readable(self):
        return False

    def writable(self):
        return False

    @property
    def closed(self):
        return self.__closed

    def _checkClosed(self, msg=None):
        if self.closed:
            raise ValueError("I/O operation on closed file." if msg is None else msg)

    def __enter__(self):
        self._checkClosed()
        return self

    def __exit__(self, *args):
        self.close()

    def fileno(self):
        self._unsupported("fileno")

    def isatty(self):
        self._checkClosed()
        return False

    def readline(self, size=-1):
        result = bytearray()
        while size is None or size < 0 or len(result) < size:
            b = self.read(1)
            if not b:
                break
            result += b
            if result.endswith(b"\n"):
                break
        return bytes(result)

    def __iter__(self):
        self._checkClosed()
        return self

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def readlines(self, hint=None):
        if hint is None or hint <= 0:
            return list(self)
        n = 0
        lines = []
        for line in self:
            lines.append(line)
            n += len(line)
            if n >= hint:
                break
        return lines

    def writelines(self, lines):
        self._checkClosed()
        for line in lines:
            self.write(line)


class RawIOBase(IOBase):
    def read(self, size=-1):
        if size is None or size < 0:
            return self.readall()
        b = bytearray(size)
        n = self.readinto(b)
        if n is None:
            return None
        del b[n:]
        return bytes(b)

    def readall(self):
        res = bytearray()
        while data := self.read(DEFAULT_BUFFER_SIZE):
            res += data
        return bytes(res) if res else data


class BufferedIOBase(IOBase):
    def readinto(self, b):
        data = self.read(len(b))
        b[: len(data)] = data
        return len(data)

    readinto1 = readinto

    def detach(self):
        self._unsupported("detach")


class TextIOBase(IOBase):
    encoding = None
    newlines = None
    errors = None

    def detach(self):
        self._unsupported("detach")


def _position(pos):
    try:
        return pos.__index__()
    except AttributeError:
        raise TypeError(f"'{type(pos).__name__}' object cannot be interpreted as an integer") from None


class StringIO(TextIOBase):
    """A text stream in memory."""

    # Text written at the end waits in `_pieces`; whoever wants more has it joined.

    def __init__(self, initial_value="", newline="\n"):
        if not isinstance(newline, (str, type(None))):
            raise TypeError(f"newline must be str or None, not {type(newline).__name__}")
        if newline not in (None, "", "\n", "\r", "\r\n"):
            raise ValueError(f"illegal newline value: {newline!r}")
        self._newline = newline
        self._pieces = []
        self._text = ""
        self._pos = None
        self._closed = False
        if initial_value is not None:
            if not isinstance(initial_value, str):
                raise TypeError(f"initial_value must be str or None, not {type(initial_value).__name__}")
            if initial_value:
                self.write(initial_value)
        self._settle()
        self._pos = 0

    def _settle(self):
        """Joins what has been written. Afterwards the position is a number."""
        if self._pos is None:
            if self._pieces:
                self._text += "".join(self._pieces)
                self._pieces.clear()
            self._pos = len(self._text)

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file")

    def write(self, s, /):
        self._check()
        if not isinstance(s, str):
            raise TypeError(f"string argument expected, got {type(s).__name__!r}")
        count = len(s)
        newline = self._newline
        if newline is None:
            s = s.replace("\r\n", "\n").replace("\r", "\n")
        elif newline != "" and newline != "\n":
            s = s.replace("\n", newline)
        if self._pos is None:
            self._pieces.append(s)
            return count
        pos = self._pos
        size = len(self._text)
        if pos == size:
            self._pos = None
            self._pieces.append(s)
        elif count:
            if pos > size:
                self._text += "\0" * (pos - size)
            self._text = self._text[:pos] + s + self._text[pos + len(s) :]
            self._pos = pos + len(s)
        return count

    def getvalue(self):
        """Everything that has been written."""
        self._check()
        if self._pos is None:
            self._settle()
            text = self._text
            self._pos = None
            return text
        return self._text

    def read(self, size=-1, /):
        self._check()
        self._settle()
        pos = self._pos
        end = len(self._text) if size is None or _position(size) < 0 else pos + size
        result = self._text[pos:end]
        self._pos = pos + len(result)
        return result

    def readline(self, size=-1, /):
        self._check()
        self._settle()
        text = self._text
        pos = self._pos
        if pos >= len(text):
            return ""
        newline = self._newline
        if newline == "":
            ends = [i + len(e) for e in ("\r\n", "\n", "\r") if (i := text.find(e, pos)) >= 0]
            end = min(ends) if ends else len(text)
            if end < len(text) and text[end - 1] == "\r" and text[end] == "\n":
                end += 1
        else:
            mark = newline or "\n"
            i = text.find(mark, pos)
            end = len(text) if i < 0 else i + len(mark)
        if size is not None and size >= 0:
            end = min(end, pos + size)
        self._pos = end
        return text[pos:end]

    def __next__(self):
        line = self.readline()
        if not line:
            raise StopIteration
        return line

    def seek(self, pos, whence=0, /):
        self._check()
        self._settle()
        pos = _position(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f"Negative seek position {pos}")
            self._pos = pos
        elif whence == 1:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
        elif whence == 2:
            if pos != 0:
                raise OSError("Can't do nonzero cur-relative seeks")
            self._pos = len(self._text)
        else:
            raise ValueError(f"Invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def tell(self):
        self._check()
        self._settle()
        return self._pos

    def truncate(self, pos=None, /):
        self._check()
        self._settle()
        if pos is None:
            pos = self._pos
        elif pos < 0:
            raise ValueError(f"Negative size value {pos}")
        self._text = self._text[:pos]
        return pos

    def seekable(self):
        self._check()
        return True

    readable = writable = seekable

    def close(self):
        self._closed = True

    @property
    def closed(self):
        return self._closed

    @property
    def line_buffering(self):
        self._check()
        return False


class BytesIO(BufferedIOBase):
    """A stream of bytes in memory."""

    def __init__(self, initial_bytes=b""):
        self._buffer = bytearray()
        self._pos = 0
        self._closed = False
        if initial_bytes is not None:
            self._buffer += memoryview(initial_bytes)

    def _check(self):
        if self._closed:
            raise ValueError("I/O operation on closed file.")

    def getvalue(self):
        self._check()
        return bytes(self._buffer)

    def getbuffer(self):
        self._check()
        return memoryview(self._buffer)

    def close(self):
        self._buffer = bytearray()
        self._closed = True

    @property
    def closed(self):
        return self._closed

    def read(self, size=-1, /):
        self._check()
        end = len(self._buffer) if size is None or _position(size) < 0 else self._pos + size
        result = bytes(self._buffer[self._pos : end])
        self._pos += len(result)
        return result

    def read1(self, size=-1, /):
        return self.read(size)

    def readinto(self, b, /):
        self._check()
        data = self.read(len(b))
        b[: len(data)] = data
        return len(data)

    def readline(self, size=-1, /):
        self._check()
        i = self._buffer.find(b"\n", self._pos)
        end = len(self._buffer) if i < 0 else i + 1
        if size is not None and size >= 0:
            end = min(end, self._pos + size)
        result = bytes(self._buffer[self._pos : end])
        self._pos += len(result)
        return result

    def write(self, b, /):
        self._check()
        if isinstance(b, str):
            raise TypeError("a bytes-like object is required, not 'str'")
        data = bytes(memoryview(b))
        if not data:
            return 0
        pos = self._pos
        if pos > len(self._buffer):
            self._buffer += b"\0" * (pos - len(self._buffer))
        self._buffer[pos : pos + len(data)] = data
        self._pos = pos + len(data)
        return len(data)

    def seek(self, pos, whence=0, /):
        self._check()
        pos = _position(pos)
        if whence == 0:
            if pos < 0:
                raise ValueError(f"negative seek value {pos}")
            self._pos = pos
        elif whence == 1:
            self._pos = max(0, self._pos + pos)
        elif whence == 2:
            self._pos = max(0, len(self._buffer) + pos)
        else:
            raise ValueError(f"invalid whence ({whence}, should be 0, 1 or 2)")
        return self._pos

    def tell(self):
        self._check()
        return self._pos

    def truncate(self, pos=None, /):
        self._check()
        if pos is None:
            pos = self._pos
        elif pos < 0:
            raise ValueError(f"negative size value {pos}")
        del self._buffer[pos:]
        return pos

    def seekable(self):
        self._check()
        return True

    readable = writable = seekable


for _cls in (StringIO, BytesIO):
    _cls.__module__ = "_io"
del _cls


def open(file, mode="r", buffering=-1, encoding=None, errors=None, newline=None, closefd=True, opener=None):
    import builtins

    return builtins.open(file, mode)


def text_encoding(encoding, stacklevel=2):
    return "utf-8" if encoding is None else encoding
