# Definitions of enums that are refused, and some corners of auto() and flags.
from enum import CONTINUOUS, NAMED_FLAGS, Enum, Flag, IntFlag, ReprEnum, auto, verify


def attempt(action):
    try:
        print(repr(action()))
    except Exception as e:
        print(type(e).__name__, e)


class Empty(Enum):
    pass


class Tupled(Enum):
    a = auto(), 5
    b = auto()
    c = "x", auto()
    d = auto()


class Loose(Flag):
    a = 1
    b = 6


class LooseInt(IntFlag):
    a = 1
    b = 12


print(list(Tupled), auto())
print(list(Loose), Loose.b, Loose(6), Loose(7), Loose.a | Loose.b, LooseInt(13), ~LooseInt.a)
attempt(lambda: Loose(4))
attempt(lambda: Loose(8))
attempt(lambda: Empty(1))
attempt(lambda: verify(NAMED_FLAGS)(Loose))
attempt(lambda: verify(CONTINUOUS)(LooseInt))
try:

    class Bare(ReprEnum):
        a = 1

except TypeError as e:
    print(e)


class Mixed(int, ReprEnum):
    a = 1


print(Mixed.a, repr(Mixed.a), f"{Mixed.a}")
