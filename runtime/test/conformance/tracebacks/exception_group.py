def bad(n):
    raise ValueError(n)
errors = []
for i in range(2):
    try:
        bad(i)
    except ValueError as e:
        errors.append(e)
errors.append(ExceptionGroup("inner", [TypeError("t")]))
raise ExceptionGroup("several", errors)
