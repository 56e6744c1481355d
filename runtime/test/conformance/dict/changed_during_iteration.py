d = {"a": 1, "b": 2}
try:
    for k in d:
        d[k + "x"] = 1
except RuntimeError as e:
    print(e, d)
try:
    for k in d.items():
        d.pop("a")
except RuntimeError as e:
    print(e)
d = {"a": 1, "b": 2, "c": 3}
for k in d:
    d[k] += 10
print(d)
for k in list(d):
    if k != "b":
        del d[k]
print(d)
try:
    for k in d:
        del d[k]; d["z"] = 1
except RuntimeError as e:
    print(e)
d = {1: 1, 2: 2}
it = iter(d)
print(next(it), it.__length_hint__())
d[3] = 3
try:
    next(it)
except RuntimeError as e:
    print(e)
