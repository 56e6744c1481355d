print(0 or "x", "" or [] or 0, 1 and 2, 0 and 1 / 0, [] and 1, None or False, "a" and "b" or "c")
print(not [], not [0], not "", not None, not 0.0, not {0})
def say(x, v):
    print(x, end=" ")
    return v
print(say("a", 0) or say("b", 1) or say("c", 2))
print(say("a", 1) and say("b", 0) and say("c", 2))
print((say("a", 0) or say("b", 0)) and say("c", 1))
