inf, nan = float("inf"), float("nan")
vals = (0.0, -0.0, 1.0, -1.0, 2.0, -2.5, 0.5, inf, -inf)
for a in vals:
    row = []
    for b in (0.0, 1.0, -1.0, 2.0, 3.0, 0.5, inf, -inf):
        try: row.append(a ** b)
        except ZeroDivisionError: row.append("zero")
        except OverflowError: row.append("over")
    print(a, row)
for a in vals:
    row = []
    for b in (1.0, -1.0, 2.5, inf, -inf):
        try: row.append((a // b, a % b))
        except ZeroDivisionError: row.append("zero")
    print(a, row)
