for spec in ("", "d", "5", "<5", "^5", "05", "+", " ", "-", "x", "#x", "#X", "b", "#b", "o", "#o", ",", "_", "08b", "#010x", "_b", "_x", "n", "e", ".2f", "%", "+,d", "*>+8d", "*=+8d", "c", "10,", "g"):
    print(repr(spec), [format(n, spec) for n in (0, 42, 123456)], format(-42, spec) if spec != "c" else "")
