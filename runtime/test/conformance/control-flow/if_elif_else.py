def grade(n):
    if n >= 90:
        return "A"
    elif n >= 80:
        return "B"
    elif n >= 70: return "C"
    else:
        if n < 0:
            return "?"
        return "F"
print([grade(n) for n in (95, 85, 75, 10, -1)])
x = 5
if x: pass
else: print("never")
if x > 3: print("one"); print("two")
if not x: print("no")
elif x == 5: print("five")
print("odd" if x % 2 else "even", ("a" if x < 0 else "b" if x < 10 else "c"))
if (y := x * 2) > 9:
    print("walrus", y)
if 0: print("const")
elif "": print("empty")
elif (): print("tuple")
elif None: print("none")
else: print("all false")
