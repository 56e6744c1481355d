print("{} {}".format(1, 2), "{1} {0} {1}".format("a", "b"), "{x} {y}".format(x=1, y=2), "{0} {x}".format(5, x=6))
print("{0[1]} {0[0]} {d[key]} {d[0]}".format([10, 20], d={"key": "v", 0: "zero"}))
class P:
    x = 3
    y = {"a": [1, 2]}
print("{p.x} {p.y[a][1]} {0.real}".format(5, p=P()))
print("{{}} {{{}}}".format(1), "{!r} {!s} {!a}".format("é", "é", "é"), "{:>{w}.{p}f}".format(3.14159, w=8, p=2))
print("{:5}|{:<5}|{:>5}|{:^5}|{:*^7}|".format("ab", "ab", "ab", "ab", "ab"))
print("{a}{a!r:>5}{b:03}".format(a="x", b=7), "{:{}}".format("z", 4) + "|")
print("%s {}".format(1), "{0:d}{0:x}{0:o}{0:b}{0:c}".format(65))
