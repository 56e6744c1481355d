import pickle, copy, copyreg, collections, functools, io
class P:
    def __init__(self, x): self.x = x
    def __eq__(self, o): return type(o) is type(self) and self.__dict__ == o.__dict__
    def m(self): return self.x
    class In: pass
class S:
    __slots__ = ("a", "b")
class L(list): pass
class D(dict): pass
class NX:
    def __new__(cls, *, k): o = object.__new__(cls); o.k = k; return o
    def __getnewargs_ex__(self): return (), {"k": self.k}
class St:
    def __getstate__(self): return 7
    def __setstate__(self, s): self.s = s
class I(int): pass
s = S(); s.a = 1
l = L([1, 2]); l.z = l
r = []; r.append(r)
t = ([],); t[0].append(t)
d = {}; d["me"] = d
from collections import OrderedDict, Counter, defaultdict, deque
objs = [None, True, False, 0, 255, 256, 65535, 65536, -1, 2**31, -2**31, -2**31-1, 2**100, -2**100, -128, -32768, 2**2100, 0.0, -0.0, 1.5, 5e-324, 1e308,
  float("inf"), float("-inf"), 0.1, "", "a", "é", "\U0001f600", "a\\\n\r\0\x1a", "x"*300, b"", b"\x00\xff", b"q"*300, bytearray(b"abc"), bytearray(),
  (), (1,), (1, 2), (1, 2, 3), (1, 2, 3, 4), [], [1], [1, 2], {}, {"a": 1}, {"a": 1, "b": [2]}, set(), {1}, frozenset(), frozenset({1}), 1j, range(3), slice(1, 2),
  int, len, P, P.In, P.m, P(3), P(3).m, s, l, r, t, d, D(a=1), NX(k=2), St(), I(5), Ellipsis, NotImplemented, type(None), type(...), ValueError("x", 1), KeyError("k"),
  OrderedDict(a=1), Counter("aab"), defaultdict(list, a=[1]), deque([1, 2], 3), functools.partial(int, base=2), iter([1, 2]), iter((1,)), iter("ab"), iter(range(5)),
  enumerate([1]), zip([1], [2]), map(len, []), reversed([1, 2]), list[int], iter({1: 2}), {}.keys().__class__, "ab".upper, [1].append, str.upper, dict.fromkeys,
  list(range(1001)), dict.fromkeys(range(1000)), set(range(1000)), frozenset(range(5)), ["a", "a"], [P(1), P(2)], "k" * 70000, [b"z" * 70000, 1], ["w" * 200 + str(i) for i in range(500)], object]
def digest(b):
    n = 0
    for x in b: n = (n * 31 + x) % 1000000007
    return len(b), n
for i, o in enumerate(objs):
    for p in range(6):
        try:
            b = pickle.dumps(o, p)
            print(i, p, b if len(b) < 150 else digest(b))
            v = pickle.loads(b)
            b2 = pickle.dumps(v, p)
            print(i, p, b2 == b or ("different", len(b2)))
        except Exception as e:
            print(i, p, type(e).__name__, e)
class Pk(pickle.Pickler):
    def persistent_id(self, o): return "id-%d" % o.x if isinstance(o, P) else None
class Un(pickle.Unpickler):
    def persistent_load(self, pid): return ("loaded", pid)
for p in range(6):
    f = io.BytesIO(); Pk(f, p).dump([P(1), 2]); print(f.getvalue()); f.seek(0); print(Un(f).load())
class Ov(pickle.Pickler):
    def reducer_override(self, o):
        return (int, ("7",)) if isinstance(o, P) else NotImplemented
f = io.BytesIO(); Ov(f).dump([P(1), P]); print(f.getvalue(), pickle.loads(f.getvalue()))
f = io.BytesIO(); k = pickle.Pickler(f); k.dispatch_table = copyreg.dispatch_table.copy(); k.dispatch_table[P] = lambda o: (str, ("table",))
k.dump(P(1)); print(pickle.loads(f.getvalue()))
x = pickle.loads(b"\x80\x02c__builtin__\nunicode\nU\x01a\x85R."); print(x)
for bad in (lambda: pickle.dumps(1, 6), lambda: pickle.Pickler(1), lambda: pickle.Unpickler(1), lambda: pickle.loads("a"), lambda: pickle.dumps(1, buffer_callback=print)):
    try: bad()
    except Exception as e: print(type(e).__name__, e)
def loc():
    class Q: pass
    return Q
for o in (loc(), loc()()):
    try: pickle.dumps(o)
    except Exception as e: print(type(e).__name__, e)
