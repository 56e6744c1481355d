def check(n):
    if n > 3:
        raise ValueError(f"{n} is against the rules")
