def calc(expr):
    return eval(expr)
print(calc("1 + 2"))
calc("1 +* 2")
