values = (1, 2,
x = 5
print(x)
