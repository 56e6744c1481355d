total = (1 +
         2 +   # comment inside
         3)
names = [
    "a",

    "b",  # trailing
]
x = 1 + \
    2
print(total, names, x)
if (total == 6 and
        x == 3):
    print("joined")
a = 1; b = 2; print(a, b);
