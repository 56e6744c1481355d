inf, nan = float("inf"), float("nan")
print(inf, -inf, nan, inf - inf, inf * 0, inf + 1, -inf < inf)
print(nan == nan, nan != nan, nan < 1, nan > 1, nan in [nan], [nan] == [nan], [float("nan")] == [nan])
print(max(nan, 1), max(1, nan), min(nan, 1), min(1, nan))
print(inf // 1, 5 % inf, -5 % inf, 5 // inf, -5 // inf)
print(1 / inf, -1 / inf, inf ** 0, inf ** -1, nan ** 0, 1 ** nan)
for bad in (lambda: int(inf), lambda: int(nan), lambda: inf // 0, lambda: round(nan), lambda: round(inf)):
    try:
        print(bad())
    except Exception as e:
        print(type(e).__name__, e)
