"""Writes unicode-tables.ts from the Unicode database of the running CPython.

Run it with CPython 3.11 (Unicode 14), from this folder:

    python3 make-unicode-tables.py > unicode-tables.ts

Numbers are packed as text: base 32, least significant digit first, one character per digit from
ALPHABET; a digit with more to follow is taken from the upper half of the alphabet.
"""
import sys
import unicodedata

ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
LIMIT = 0x110000


def pack(number):
    assert number >= 0
    text = ""
    while number >= 32:
        text += ALPHABET[32 + number % 32]
        number //= 32
    return text + ALPHABET[number]


def signed(number):
    return pack(number * 2 if number >= 0 else -number * 2 - 1)


def boundaries(test):
    """Differences between the code points where `test` changes its answer."""
    text, last, inside = "", 0, False
    for code in range(LIMIT + 1):
        now = code < LIMIT and bool(test(chr(code)))
        if now != inside:
            text += pack(code - last)
            last, inside = code, now
    return text


def case_runs(convert):
    """Runs of simple mappings (gap, count, stride - 1, signed delta), and the long mappings."""
    simple, long = {}, []
    for code in range(LIMIT):
        if 0xD800 <= code < 0xE000:
            continue
        mapped = convert(chr(code))
        if len(mapped) > 1:
            long.append((code, mapped))
        elif mapped != chr(code):
            simple[code] = ord(mapped) - code
    runs = []
    for code, delta in simple.items():
        if runs:
            start, count, stride, run_delta = runs[-1]
            if delta == run_delta:
                step = code - (start + (count - 1) * stride)
                if count == 1 and step <= 2:
                    runs[-1] = (start, 2, step, delta)
                    continue
                if count > 1 and step == stride:
                    runs[-1] = (start, count + 1, stride, delta)
                    continue
        runs.append((code, 1, 1, delta))
    text, last = "", 0
    for start, count, stride, delta in runs:
        text += pack(start - last) + pack(count) + pack(stride - 1) + signed(delta)
        last = start
    packed_long, last = "", 0
    for code, mapped in long:
        packed_long += pack(code - last) + pack(len(mapped)) + "".join(pack(ord(c)) for c in mapped)
        last = code
    return text, packed_long


def final_sigma(text):
    return (text + "\u03a3").lower().endswith("\u03c2")


def is_case_ignorable(char):
    return final_sigma("A" + char) and not final_sigma(char)


def numeric_runs():
    """Runs (gap, count, signed step, numerator, denominator) of numeric but not decimal characters."""
    from fractions import Fraction
    runs = []
    for code in range(LIMIT):
        char = chr(code)
        if not char.isnumeric() or char.isdecimal():
            continue
        value = Fraction(unicodedata.numeric(char)).limit_denominator(1000)
        if runs:
            start, count, step, first = runs[-1]
            if code == start + count:
                if count == 1 and value - first in (0, 1):
                    runs[-1] = (start, 2, int(value - first), first)
                    continue
                if count > 1 and value == first + step * count:
                    runs[-1] = (start, count + 1, step, first)
                    continue
        runs.append((code, 1, 0, value))
    text, last = "", 0
    for start, count, step, first in runs:
        text += pack(start - last) + pack(count) + pack(step) + signed(first.numerator) + pack(first.denominator)
        last = start
    return text


def decimal_starts():
    text, last = "", 0
    for code in range(LIMIT):
        if unicodedata.decimal(chr(code), None) == 0:
            assert all(unicodedata.decimal(chr(code + n)) == n for n in range(10))
            text += pack(code - last)
            last = code
    return text


def emit(name, comment, text):
    print(f"\n/** {comment} */")
    print(f"export const {name} =")
    chunks = [text[i:i + 110] for i in range(0, len(text), 110)] or [""]
    for i, chunk in enumerate(chunks):
        print(f"  '{chunk}'" + (";" if i == len(chunks) - 1 else " +"))


for code in range(LIMIT):
    # The decoder derives "cased" from the three case properties; fail here if that stops being true.
    if not 0xD800 <= code < 0xE000:
        char = chr(code)
        cased = char.isupper() or char.islower() or char.istitle()
        assert final_sigma(char) == (cased and not is_case_ignorable(char)), hex(code)

print("/**")
print(f" * Unicode {unicodedata.unidata_version} character data, packed. Made by make-unicode-tables.py; do not edit.")
print(" *")
print(" * Own tables instead of the host's regular expressions and case functions: the answers must be the")
print(" * same on every host, and equal to CPython 3.11's, whatever Unicode version the host carries.")
print(" */")
RANGE = "Boundaries (alternately in and out, as differences) of the characters for which"
emit("ALPHA_RANGES", f"{RANGE} isalpha() holds.", boundaries(str.isalpha))
emit("DIGIT_RANGES", f"{RANGE} isdigit() holds but isdecimal() does not.", boundaries(lambda c: c.isdigit() and not c.isdecimal()))
emit("NUMERIC_RANGES", f"{RANGE} isnumeric() holds but isdigit() does not.", boundaries(lambda c: c.isnumeric() and not c.isdigit()))
emit("UPPER_RANGES", f"{RANGE} isupper() holds.", boundaries(str.isupper))
emit("LOWER_RANGES", f"{RANGE} islower() holds.", boundaries(str.islower))
emit("TITLE_RANGES", f"{RANGE} istitle() holds but isupper() does not.", boundaries(lambda c: c.istitle() and not c.isupper()))
emit("PRINTABLE_RANGES", f"{RANGE} isprintable() holds.", boundaries(str.isprintable))
emit("ID_START_RANGES", f"{RANGE} isidentifier() holds.", boundaries(str.isidentifier))
emit("ID_CONTINUE_RANGES", f"{RANGE} isidentifier() holds when they follow a letter.", boundaries(lambda c: ("a" + c).isidentifier()))
emit("CASE_IGNORABLE_RANGES", "Boundaries (as differences) of the Case_Ignorable characters.", boundaries(is_case_ignorable))
emit("DECIMAL_STARTS", "The characters that mean zero, as differences; each is followed by its one to nine.", decimal_starts())
emit("NUMERIC_RUNS", "Numeric characters that are not decimal: gap, count, step, signed numerator, denominator.", numeric_runs())
for name, convert in (("LOWER", str.lower), ("UPPER", str.upper), ("TITLE", str.title), ("FOLD", str.casefold)):
    runs, long = case_runs(convert)
    emit(f"{name}_RUNS", f"{name.lower()} mapping to one character: gap, count, stride - 1, signed delta.", runs)
    emit(f"{name}_LONG", f"{name.lower()} mapping to several characters: gap, length, characters.", long)
