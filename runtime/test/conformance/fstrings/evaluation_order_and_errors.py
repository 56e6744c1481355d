def f(x):
    print("f", x)
    return x
print(f"{f(1)} {f('w'):>{f(4)}} {f(2)}")
for src in ("f'{}'", "f'{a b}'", "f'{1!x}'", "f'{1'", "f'}'", "f'{#}'", "f'{1:{2:{3}}}'", "f'{a[1}'", "f'{lambda x: 1}'", "f'{1!}'", "f'{=}'", "f'{*a}'"):
    try:
        compile(src, "<s>", "eval")
        print("ok", src)
    except SyntaxError as e:
        print(src, "->", e.msg)
try:
    f"{undefined_name}"
except NameError as e:
    print(e)
