"""Records what CPython 3.11 makes of text: python3 record.py (from this folder) writes cases.jsonl."""
import _string
import os
import random
import sys

sys.path.insert(0, os.path.join("..", "..", "numeric", "test-data"))
sys.dont_write_bytecode = True
from case_writer import CaseWriter, has_pair  # noqa: E402

random.seed(311)
out = CaseWriter("cases.jsonl")
INFINITY = float("inf")
POOLS = ["ab ", "abAB \t\n", "\xe9\u1234\xdf \u03a3\u03c3\u03c2\u0130\u0149\u01c5\u0345'", "\U0001f600\U0001f601a\U00010400b", "\r\n\x0b\x0c\x1c\x1d\x85\u2028 a",
         "\"'\\a\x00\x7f\xad\u200b\ud800\udfff\U0001f600", "+-01"]


def text(longest, pool):
    while True:
        result = "".join(random.choice(pool) for _ in range(random.randint(0, longest)))
        if not has_pair(result):
            return result


def predicates(s):
    return [s.isalpha(), s.isalnum(), s.isdecimal(), s.isdigit(), s.isnumeric(), s.isspace(), s.isprintable(), s.isascii(), s.isidentifier(),
            s.isupper(), s.islower(), s.istitle()]


def casing(s):
    return [s.lower(), s.upper(), s.title(), s.capitalize(), s.swapcase(), s.casefold()]


CHARACTERS = "aZ5_ \xaa\xb2\xbc\xdf\xe9\u0149\u01c5\u0345\u0661\u0e33\u1e9e\u2003\u2028\u2160\u24d0\u3007\u4e00\uac00\ufb03\uff21\U00010400\U0001d7d8\U0001f600\U000e0100\x7f\x85\xad\u0378"
for c in CHARACTERS:
    out.case("predicates", [c], lambda: predicates(c))
    out.case("casing", ["a" + c + "A"], lambda: casing("a" + c + "A"))
    out.case("reprStr", [c], lambda: repr(c))
    out.case("asciiStr", [c], lambda: ascii(c))
for s in ("\u03a3", "A\u03a3", "A\u03a3.", "A.\u03a3B", "\u03a3\u03a3 \u03a3", "fl\ufb02 \u01c6 hello wORLD they're"):
    out.case("casing", [s], lambda: casing(s))
for _ in range(28):
    pool = random.choice(POOLS)
    s, t, u = text(12, pool), text(3, pool), text(3, "ab\U0001f600")
    n = len(s)
    a, b = random.randint(-n - 3, n + 3), random.randint(-n - 3, n + 3)
    k = random.randint(-1, 3)
    for name, function in (("findStr", s.find), ("rfindStr", s.rfind), ("countStr", s.count), ("startsWithStr", s.startswith), ("endsWithStr", s.endswith)):
        out.case(name, [s, t, a, b], lambda: function(t, a, b))
        out.case(name, [s, t, 0, INFINITY], lambda: function(t))
    step = random.choice([1, 2, -1, -2])
    part = s[a:b:step]
    if not has_pair(part):
        out.case("slicePoints", [s, *slice(a, b, step).indices(n)], lambda: part)
    replaced = s.replace(t, u, k)
    if not has_pair(replaced):
        out.case("replaceStr", [s, t, u, k], lambda: replaced)
    if t:
        out.case("splitStr", [s, t, k], lambda: s.split(t, k))
        out.case("rsplitStr", [s, t, k], lambda: s.rsplit(t, k))
    out.case("splitWhitespace", [s, k], lambda: s.split(None, k))
    out.case("rsplitWhitespace", [s, k], lambda: s.rsplit(None, k))
    out.case("splitLines", [s, k > 0], lambda: s.splitlines(k > 0))
    out.case("stripWhitespace", [s, "both"], lambda: s.strip())
    out.case("stripChars", [s, t, "both"], lambda: s.strip(t))
    width = random.randint(-1, 18)
    out.case("centerStr", [s, width, "*"], lambda: s.center(width, "*"))
    out.case("rightJustify", [s, width, "\U0001f600"], lambda: s.rjust(width, "\U0001f600"))
    out.case("zeroFill", [s, width], lambda: s.zfill(width))
    out.case("expandTabs", [s, k * 4], lambda: s.expandtabs(k * 4))
    out.case("comparePoints", [s, u], lambda: (s > u) - (s < u))
    out.case("reprStr", [s], lambda: repr(s))

FLOATS = [0.0, -0.0, 1.0, 0.5, 1.5, 2.5, -0.04, 0.125, 1234567.891, 1e16, 1e-5, 123456789012345680.0, 9.5, 99.5, 5e-324, 1.7976931348623157e308, INFINITY, float("nan")]
INTS = [0, 1, -1, 42, -1234, 1234567, 10**18, -(10**25)]
FLOAT_SPECS = [".0f", ".1f", ".2f", ",.2f", "_.3e", "+.3g", "010.3f", "012,.1f", "#.0f", "#g", ".17g", "%", ".1%", "z.0f", " n", "*^15", "=+12.1E", "", ".3", "#", ".120f", ".0e",
               "d", ",n", "F", "G", "x", "\xe9", "\x01", "5 5", ",_", ".", "0<8", "\U0001f600>12"]
INT_SPECS = ["d", "5", "<5", "^7", "=+8", "08", ",", "_", "010,", "x", "#X", "#_b", "o", "c", "+c", "#c", "n", "e", ".2f", "%", ".3", "zd", ",x", "s", "?", "1 d", "99999999999999999999",
             "\u0665", "#010x", "_X", ",,", "__", "013,d", "-", " "]
COMPLEX_SPECS = ["", ".2", "f", ".1e", "+", ">20", "^20,.2f", "#", "d", "05", "=5", "%", "z.0f", "n"]
STR_SPECS = ["s", "", "5", ">5", "^6", ".2", "5.1", "05", "=5", "+", " ", "#", "z", ",", "_s", "d", "*<8", "5.2x", "sd", "\U0001f600^9"]


def spec_cases(name, values, specs, chance):
    for value in values:
        for spec in specs:
            if spec != "" and random.random() < chance:
                out.case(name, [value, spec], lambda: format(value, spec))


spec_cases("formatFloat", FLOATS, FLOAT_SPECS, 0.3)
spec_cases("formatInt", INTS, INT_SPECS, 0.5)
spec_cases("formatComplex", [0j, 1 + 2j, complex(-0.0, -1.5), 1e16 + 0.5j], COMPLEX_SPECS, 1)
spec_cases("formatStr", ["", "spam", "\U0001f600\xe9x"], STR_SPECS, 1)
FLAGS = ["%", "%5", "%-8", "%+", "% ", "%05", "%#", "%-08", "%.0", "%.3", "%+012.5", "%#.5", "%.", "%30.20"]
for flags in FLAGS:
    for value in random.sample(FLOATS, 5):
        directive = flags + random.choice("eEfFgG")
        out.case("percentFloat", [directive, value], lambda: directive % value)
    for value in INTS[:6]:
        directive = flags + random.choice("dixXou")
        out.case("percentInt", [directive, value], lambda: directive % value)
    directive = flags + "s"
    out.case("percentStr", [directive, "ab\U0001f600\xe9"], lambda: directive % "ab\U0001f600\xe9")
for s in ("", "abc", "a%%b", "%", "%5", "%(k", "%(k)5", "100%%", "%(a(b)c)s|%(x)-5d", "%(k)z", "%(k)\xe9", "%(k).99999999999d", "%(k)99999999999999999999d", "\U0001f600%(k)q", "%(k)lld",
          "%(k)5%"):
    out.case("percentTemplate", [s], lambda: s % {"a(b)c": 7, "x": 7, "k": 7})
for s in ("", "{}", "{{}}", "a{0.b[c]!r:>{w}}z", "{", "}", "{!}", "{!r", "{!rx}", "{:", "{a{b}", "{[}]}", "x}}{{y{0}", "{:{}{}}", "{0!s:}", "}}{", "{:}}", "{!\U0001f600}", "{\U0001f600}"):
    def pieces():
        result = []
        try:
            for piece in _string.formatter_parser(s):
                result.append(list(piece))
        except ValueError as error:
            result.append(str(error))
        return result
    out.case("formatPieces", [s], pieces)
for s in ("", "0", "a", "0.b", "a[0].c[d]", "a.", "a[", "a[]", "a[0]b", ".a", "[0]", "99999999999999999999", "a[99999999999999999999]", "\u0661", "a..b", "0[\u0662]"):
    def name_parts():
        first, rest = _string.formatter_field_name_split(s)
        result = [first]
        try:
            for part in rest:
                result.append(list(part))
        except ValueError as error:
            result.append(str(error))
        return result
    out.case("fieldName", [s], name_parts)

ENCODINGS = ["utf-8", "UTF8", "U8", "utf-8-sig", "utf-16", "utf-16-le", "utf_16_be", "utf-32", "utf-32-be", "ascii", "us-ascii", "latin-1", "Latin 1", "cp1252", "nope"]
HANDLERS = ["strict", "strict", "ignore", "replace", "backslashreplace", "xmlcharrefreplace", "surrogateescape", "surrogatepass", "nope"]


def coded(thunk):
    try:
        return thunk()
    except UnicodeError as error:
        return [error.encoding, error.start, error.end, error.reason, str(error)]


for _ in range(220):
    encoding, handler = random.choice(ENCODINGS), random.choice(HANDLERS)
    s = text(6, "ab\u20ac\x81\xe9\u1234\U0001f600\ud800\udc80\udcff\ufeff")
    out.case("encode", [s, encoding, handler], lambda: coded(lambda: s.encode(encoding, handler)))
    data = bytes(random.choice(b"a\x80\xbf\xc0\xc2\xe0\xed\xa0\x9f\xef\xbb\xbf\xf0\x90\xf4\xff\xfe\x00\xd8\xdc\x10") for _ in range(random.randint(0, 8)))
    decoded = coded(lambda: data.decode(encoding, handler)) if encoding != "nope" and handler not in ("nope", "xmlcharrefreplace") else ""
    if not (isinstance(decoded, str) and has_pair(decoded)):
        out.case("decode", [data, encoding, handler], lambda: coded(lambda: data.decode(encoding, handler)))

BYTE_POOLS = [b"ab", b"aBc 1\xe9", b"\r\n\x0b\x1c\x85 a\t", b"+-01", b"0123abcdef "]
for _ in range(20):
    pool = random.choice(BYTE_POOLS)
    s, t, u = (bytes(random.choice(pool) for _ in range(random.randint(0, n))) for n in (10, 3, 3))
    a, b, k = random.randint(-9, 12), random.randint(-9, 12), random.randint(-1, 3)
    for name, function in (("findBytes", s.find), ("rfindBytes", s.rfind), ("countBytes", s.count), ("startsWithBytes", s.startswith), ("endsWithBytes", s.endswith)):
        out.case(name, [s, t, a, b], lambda: function(t, a, b))
    out.case("replaceBytes", [s, t, u, k], lambda: s.replace(t, u, k))
    if t:
        out.case("splitBytes", [s, t, k], lambda: s.split(t, k))
        out.case("rsplitBytes", [s, t, k], lambda: s.rsplit(t, k))
    out.case("splitBytesWhitespace", [s, k], lambda: s.split(None, k))
    out.case("rsplitBytesWhitespace", [s, k], lambda: s.rsplit(None, k))
    out.case("splitBytesLines", [s, k > 0], lambda: s.splitlines(k > 0))
    out.case("stripBytes", [s, t, "both"], lambda: s.strip(t))
    out.case("padBytes", [s, 11 + k, 42, "center"], lambda: s.center(11 + k, b"*"))
    out.case("zeroFillBytes", [s, 9], lambda: s.zfill(9))
    for conversion in ("lower", "upper", "swapcase", "title", "capitalize"):
        out.case("convertBytesCase", [s, conversion], lambda: getattr(s, conversion)())
    for predicate in ("isalpha", "isalnum", "isdigit", "isspace", "isascii", "isupper", "islower", "istitle"):
        out.case("testBytes", [s, predicate], lambda: getattr(s, predicate)())
    out.case("bytesToHex", [s, ":", k - 2], lambda: s.hex(":", k - 2))
    out.case("reprBytes", [s], lambda: repr(s))
    latin = s.decode("latin-1")
    out.case("bytesFromHex", [latin], lambda: bytes.fromhex(latin))
