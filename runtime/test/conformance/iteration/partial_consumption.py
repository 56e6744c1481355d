it = iter(range(10))
print(next(it), [next(it) for _ in range(3)], list(zip(it, "ab")), list(it))
it = iter("abcdef")
for x in it:
    if x == "c": break
print(list(it))
it = iter([1, 2, 3, 4, 5])
print(3 in it, list(it))
it = iter([1, 2, 3])
a, *b = it
print(a, b, list(it))
it = iter([1, 2, 3, 4])
print(any(x > 1 for x in it), list(it), min(iter([3, 1])), sum(iter([1, 2])))
it = iter({"a": 1, "b": 2}.items()); print(next(it), list(it))
try:
    x, y = iter([1, 2, 3])
except ValueError as e: print(e)
def chunks(seq, n):
    it = iter(seq)
    while chunk := [x for _, x in zip(range(n), it)]:
        yield chunk
print(list(chunks(range(7), 3)))
e = enumerate(iter("xy")); print(next(e), list(e))
pairs = zip(*[iter(range(6))] * 2); print(list(pairs))
