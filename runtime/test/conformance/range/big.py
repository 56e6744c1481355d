r = range(10 ** 20, 10 ** 20 + 10, 4)
print(list(r), r[1], 10 ** 20 + 4 in r, 10 ** 20 + 5 in r, len(r), r[-1], list(r[::-1]), r)
print(len(range(10 ** 15)), range(10 ** 15)[10 ** 14], 10 ** 14 + 1 in range(10 ** 15), range(-(2 ** 63), 2 ** 63)[2 ** 63])
for i in range(2 ** 53 - 2, 2 ** 53 + 3, 2):
    print(i, end=" ")
print()
try:
    len(range(2 ** 64))
except OverflowError as e:
    print(e)
it = iter(range(2 ** 70, 2 ** 70 + 2))
print(next(it) - 2 ** 70, next(it) - 2 ** 70, next(it, "end"), type(it).__name__, type(iter(range(1))).__name__)
class Idx:
    def __index__(self): return 3
print(list(range(Idx())), [10, 20, 30, 40][Idx()], "abcdef"[:Idx()], range(10)[Idx()])
