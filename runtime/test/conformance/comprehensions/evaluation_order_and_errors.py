def n(x):
    print("eval", x)
    return x
print({n(f"k{i}"): n(f"v{i}") for i in range(2)})
print([n(a) for a in n("xy") if n(True)])
try:
    [1 / x for x in (1, 0)]
except ZeroDivisionError as e:
    print(e)
try:
    [x for x in None]
except TypeError as e:
    print(e)
try:
    {[]: 1 for _ in range(1)}
except TypeError as e:
    print(e)
try:
    [a for a, b in [1]]
except TypeError as e:
    print(e)
for src in ("[x for x in 1, 2]", "[*x for x in y]", "{**x for x in y}", "[x, y for x in z]", "(x for x in y, 1)", "f(x for x in y, 1)", "[i := 0 for i in range(5)]", "[(yield) for x in y]", "[x for x in (i := range(3))]", "{x: y, z for x in w}"):
    try:
        compile(src, "<s>", "eval"); print("ok", src)
    except SyntaxError as e:
        print(src, "->", e.msg)
