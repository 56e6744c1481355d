"""Records what CPython 3.11 makes of numbers: python3 record.py (from this folder) writes cases.jsonl."""
import math
import operator
import random
import struct

from case_writer import CaseWriter

random.seed(311)
out = CaseWriter("cases.jsonl")
INTS = [0, 1, -1, 2, -2, 3, 7, -7, 10, 255, -256, 2**31 - 1, 2**31, -(2**31), 2**32 + 1, 2**53 - 1, 2**53, -(2**53) + 1, -(2**53), 2**53 + 1,
        2**63, -(2**64) - 1, 10**20, 3**70, -(10**40)]
FLOATS = [0.0, -0.0, 1.0, -1.0, 0.1, 0.5, -0.5, 1.5, 2.5, 0.125, 0.375, 2.675, 1e16, 9999999999999998.0, 1e22, 1e23, 1e-4, 1e-5, 123456789.125,
          5e-324, 2.2250738585072014e-308, 1.7976931348623157e308, 2.0**53, -(2.0**63), float("inf"), -float("inf"), float("nan")]
NUMBER_TEXTS = ["", " ", "0", "-0", "+5", " 12\n", "1_000", "1__0", "_1", "1_", "0x1f", "0b101", "0o17", "0_7", "010", "00", "z", "12.5", "1e5", "1e_5",
                "inf", "-Infinity", "nan", "infin", "\u0661\u0662", "\u20037\u2003", "\x1c7", ".5", "5.", ".", "1e400", "-1e-400", "9" * 400, "x" * 250]


def random_float():
    return struct.unpack(">d", random.getrandbits(64).to_bytes(8, "big"))[0]


def random_int():
    return random.choice([1, -1]) * random.getrandbits(random.choice([8, 31, 33, 53, 54, 64, 100, 200]))


int_pairs = [(a, b) for a in INTS for b in INTS if random.random() < 0.06] + [(random_int(), random_int()) for _ in range(10)]
for a, b in int_pairs:
    for name, function in (("addInt", operator.add), ("subInt", operator.sub), ("mulInt", operator.mul), ("andInt", operator.and_),
                           ("orInt", operator.or_), ("xorInt", operator.xor), ("gcdInt", math.gcd)):
        out.case(name, [a, b], lambda: function(a, b))
    if b != 0:
        out.case("floorDivInt", [a, b], lambda: a // b)
        out.case("modInt", [a, b], lambda: a % b)
        out.case("trueDivInt", [a, b], lambda: a / b)
for a in INTS:
    for name, function in (("negInt", operator.neg), ("absInt", abs), ("invertInt", operator.invert), ("bitLength", int.bit_length), ("bitCount", int.bit_count),
                           ("hashInt", hash), ("intToFloat", float), ("isqrtInt", math.isqrt)):
        out.case(name, [a], lambda: function(a))
    for count in (-1, 1, 31, 70):
        out.case("lshiftInt", [a, count], lambda: a << count)
        out.case("rshiftInt", [a, count], lambda: a >> count)
    for digits in (0, -2, -17):
        out.case("roundInt", [a, digits], lambda: round(a, digits))
    for exponent in (0, 2, 13):
        out.case("powInt", [a, exponent], lambda: a**exponent)
    for length, order, signed in ((0, "big", False), (1, "big", True), (4, "little", False), (9, "little", True)):
        out.case("intToBytes", [a, length, order == "little", signed], lambda: a.to_bytes(length, order, signed=signed))
    out.case("intWithPrefix", [a, 16], lambda: hex(a))
    for value in (0.5, 2.0**53, 2.0**63, float("inf")):
        out.case("compareIntFloat", [a, value], lambda: (a > value) - (a < value))
for a, b, modulus in ((2, 10, 7), (2, 10, -7), (-2, 3, 5), (3, -1, 7), (2, -1, 4), (5, 0, 1), (5, 2, 0), (3**50, 2**70, 10**20), (0, 0, 1), (7, 100, 10**9 + 7)):
    out.case("powModInt", [a, b, modulus], lambda: pow(a, b, modulus))
for text in NUMBER_TEXTS:
    for base in (10, 0, 16, 36):
        out.case("parseIntText", [text, base, 4300], lambda: int(text, base))
    out.case("parseFloatText", [text], lambda: float(text))
    out.case("parseComplexText", [text], lambda: complex(text))
for text in ("1+2j", " ( 1-j ) ", "(1", "j", "-J", "1 +2j", "infj", "nan+infj", "1_0e1+2_0j", "1__0j", "1+2"):
    out.case("parseComplexText", [text], lambda: complex(text))
for text in ("0x1.8p3", "-0X.8", "1p-1075", "0x1p1024", "0x1.fffffffffffff8p1023", "0x", "inf", "-nan", "zz", " 1.8 ", "0x1.00000000000008p0", "0x3p-1075"):
    out.case("floatFromHex", [text], lambda: float.fromhex(text))
floats = FLOATS + [random_float() for _ in range(8)] + [random.randint(-9999, 9999) / random.choice([8, 10, 100, 1000]) for _ in range(12)]
for value in floats:
    for name, function in (("reprFloat", repr), ("floatToHex", float.hex), ("floatToInt", int), ("roundToInt", round), ("floorToInt", math.floor),
                           ("floatIntegerRatio", float.as_integer_ratio), ("isIntegerFloat", float.is_integer)):
        out.case(name, [value], lambda: function(value))
    if value == value:
        out.case("hashFloat", [value, 0], lambda: hash(value))
    for digits in (0, 1, 2, -1):
        out.case("roundFloat", [value, digits], lambda: round(value, digits))
for _ in range(100):
    a, b = random.choice(floats), random.choice(floats)
    if b != 0:
        out.case("modFloat", [a, b], lambda: a % b)
        out.case("floorDivFloat", [a, b], lambda: a // b)
    # Only powers that need no rounding decision: the C library's is not always the nearest.
    if b in (0.5, 1.0, -1.0, 0.0, 2.5) and not (a < 0 and math.isfinite(a) and math.isfinite(b) and b != math.floor(b)):
        out.case("powFloat", [a, b], lambda: a**b)
COMPLEX = [0j, 1 + 0j, 1 + 2j, -3.5 - 1j, complex(-0.0, 1), complex(0.0, -0.0), 1e200 + 1j, complex("inf"), complex("nan+1j")]
for a in COMPLEX:
    out.case("reprComplex", [a], lambda: repr(a))
    if a == a:
        out.case("hashComplex", [a, 0], lambda: hash(a))
    for b in COMPLEX:
        out.case("mulComplex", [a, b], lambda: a * b)
        out.case("divComplex", [a, b], lambda: a / b)
        if b.imag == 0 and abs(b.real) < 100:
            out.case("powComplex", [a, b], lambda: a**b)
for items in ([], [1], [1, 2], [0, 0], [-3, -2, 10**18], [2**60, -(2**60)]):
    out.case("hashTuple", [items], lambda: hash(tuple(items)))
    if len(set(items)) == len(items):
        out.case("hashFrozenSet", [items], lambda: hash(frozenset(items)))
for seed in (0, 1, -5, 42, 2**32, 2**64 + 5, 10**50, "hero", b"bytes"):
    def numbers():
        generator = random.Random(seed)
        return [generator.random(), generator.getrandbits(10), generator.getrandbits(50), generator.getrandbits(100), generator._randbelow(1000),
                generator.getstate()[1][7], [generator.random() for _ in range(400)][-1]]
    out.case("mersenneTwister", [seed], numbers)
