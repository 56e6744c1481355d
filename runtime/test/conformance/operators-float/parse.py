for s in ("1", " 1.5 ", "1e5", "+.5", "-5.", "1_000.5", "inf", "-Infinity", "NaN", "+nan", "1e-400", "1e400", "\t2\n", "0x10", "1__0", "_1", "1e", ".", "1 2", "infin"):
    try:
        print(repr(s), float(s))
    except ValueError as e:
        print(e)
