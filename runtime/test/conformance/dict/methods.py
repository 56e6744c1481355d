d = {"a": 1, "b": 2}
print(d.get("a"), d.get("x"), d.get("x", 0), d.setdefault("c", 3), d.setdefault("a", 9), d)
print(d.pop("a"), d.pop("zz", "dflt"), d, len(d), "b" in d, "a" not in d)
d.update({"d": 4}, e=5); d.update([("f", 6), ["g", 7]]); d.update(zip("hi", (8, 9))); d.update(); print(d)
print(d.popitem(), d.popitem(), list(d), list(d.keys()), list(d.values()), list(d.items()))
e = d.copy(); e.clear(); print(d, e, bool(e), dict.fromkeys("abc"), dict.fromkeys([1, 2], 0), dict.fromkeys({}, 1))
print({"a": 1} | {"b": 2, "a": 3}, dict(a=1, b=2), dict([(1, 2)], x=3), dict({"q": 1}), dict())
d |= {"z": 26}; d |= [("y", 25)]; print(d)
