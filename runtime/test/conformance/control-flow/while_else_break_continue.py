n = 0
while n < 5:
    n += 1
    if n == 2: continue
    if n == 4: break
    print(n)
else:
    print("not reached")
while n > 0:
    n -= 2
else:
    print("else", n)
while True:
    n += 1
    while True:
        n += 10
        break
    else:
        print("inner else")
    if n > 30: break
print(n)
i = 5
while i: i -= 1
print(i)
while False: print("never")
else: print("else of false")
