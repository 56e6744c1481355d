def note(x):
    print("eval", x)
    return x
d = {note("k1"): note("v1"), note("k2"): note("v2"), **{note("k3"): note("v3")}}
print(d)
print({1: "a", True: "b", 1.0: "c"})
print([note(1), note(2)][note(0)])
