s = "héllo €"
print(s.encode(), s.encode("utf-16-le"), s.encode("latin-1", "replace"), s.encode("ascii", "ignore"), s.encode("ascii", "xmlcharrefreplace"), s.encode("ascii", "backslashreplace"))
print(s.encode("utf-8").decode("utf-8") == s, b"\xe9".decode("latin-1"), b"ab\xff".decode("utf-8", "replace"), b"a\xffb".decode("ascii", "ignore"), b"\xff".decode("utf-8", "backslashreplace"))
for f in (lambda: s.encode("ascii"), lambda: b"\xe2\x82".decode(), lambda: b"\x80abc".decode(), lambda: "\ud800".encode(), lambda: "a".encode("nope"), lambda: b"abc\xc3(".decode("utf-8"), lambda: "€".encode("latin-1")):
    try:
        f()
    except Exception as e:
        print(type(e).__name__, e)
try:
    s.encode("ascii")
except UnicodeEncodeError as e:
    print(e.encoding, e.start, e.end, e.reason, e.object == s)
