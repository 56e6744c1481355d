def a(x):
    return b(x) + 1

def b(x):
    value = c(x)
    return value

def c(x):
    return 10 / x

print("before")
a(0)
print("after")
