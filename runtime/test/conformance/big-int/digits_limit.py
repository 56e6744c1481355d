print(len(str(10 ** 4299)))
for f in (lambda: str(10 ** 4300), lambda: int("1" * 4301), lambda: repr(10 ** 5000), lambda: "%d" % 10 ** 1 and f"{10 ** 4300}"):
    try:
        f()
        print("ok")
    except ValueError as e:
        print(e)
print(len(hex(10 ** 5000)), int("f" * 5000, 16).bit_length())
