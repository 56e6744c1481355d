print(",".join(["a", "b"]), ",".join([]), "".join("abc"), "-".join(("x",)), ", ".join(str(i) for i in range(4)), "ab".join({"k": 1, "l": 2}))
for bad in ([1], ["a", None], 5, ["a", b"b"]):
    try:
        ",".join(bad)
    except TypeError as e:
        print(e)
