name, n, pi = "Ann", 3, 3.14159
print(f"hi {name}, {n + 1} {n * 2!r} {pi:.2f} {'nested'} {n:>4}|{n:<4}|{n:04d}")
print(f"{{literal}} {{{n}}} {n}{n} {name!r:>8} {name[0]} {name.lower()} {len(name)}")
w, p = 8, 3
print(f"{pi:{w}.{p}f}|{pi:>{w}}|{'x':*^{w - 2}}|{n:{'0'}{w}}")
print(f"{(lambda x: x * 2)(4)} {[i for i in range(3)]} { {'a': 1}['a'] } {n if n > 2 else 'small'}")
print(f"" == "", f"{'a' 'b'}" f"{n}" "lit{x}", rf"\d{n}", f"\tx{n}\n", f"{n!s}{n!a}")
