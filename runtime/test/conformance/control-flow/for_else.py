def find(items, x):
    for i, v in enumerate(items):
        if v == x:
            print("found", i)
            break
    else:
        print("missing", x)
find([1, 2, 3], 2); find([1, 2, 3], 9); find([], 0)
for i in range(3):
    for j in range(3):
        if j == i: continue
        if j == 2: break
        print(i, j)
    else:
        print("complete", i)
        continue
    print("broken", i)
for i in []:
    pass
print(i)
for i in range(2): pass
else: print("end", i)
primes = []
for n in range(2, 30):
    for p in primes:
        if n % p == 0: break
    else:
        primes.append(n)
print(primes)
