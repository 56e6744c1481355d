print("inner")
LIMIT = 10 / 0
