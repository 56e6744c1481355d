"""Objects written as bytes and read back: the pickle protocols 0 to 5."""

from _pickle import Pickler, Unpickler, dump, dumps, encode_long, load, loads, whichmodule
from _pickle_parts import DEFAULT_PROTOCOL, HIGHEST_PROTOCOL, OPCODES, PickleBuffer, PickleError, PicklingError, UnpicklingError
from _pickle_read import decode_long

format_version = "4.0"
compatible_formats = ["1.0", "1.1", "1.2", "1.3", "2.0", "3.0", "4.0", "5.0"]
bytes_types = (bytes, bytearray)

globals().update(OPCODES)

__all__ = ["PickleError", "PicklingError", "UnpicklingError", "Pickler", "Unpickler", "dump", "dumps", "load", "loads"]
__all__ += ["PickleBuffer", *sorted(OPCODES)]

_Pickler, _Unpickler = Pickler, Unpickler
_dump, _dumps, _load, _loads = dump, dumps, load, loads
