stack = []
for x in "abc": stack.append(x)
print(stack.pop(), stack[-1], len(stack), stack)
queue = [1, 2, 3]
queue.append(4)
print(queue.pop(0), queue, queue.pop(1), queue)
matrix = [[r * 3 + c for c in range(3)] for r in range(3)]
print(matrix, [list(r) for r in zip(*matrix)], [r[::-1] for r in matrix[::-1]], [matrix[i][i] for i in range(3)], sum(matrix, []))
a = [5, 3, 8]
a[0], a[2] = a[2], a[0]
print(a, a * 2, [0] * 5, [[]] * 2, [None] * 2 + [1], a + [9], [1, 2] == [1, 2], 3 in a, a.index(3))
print([*range(5)][1:-1], a[-1:], a[:0], a[::-1], list("abc")[1], [[1, 2], [3, 4]][1][0], len([[]]), [1, [2, [3]]][1][1][0])
b = list(range(10))
b[2:4] = []
b[len(b):] = [99]
b.insert(len(b), 100)
b.extend(b[:2])
print(b, min(b), max(b), sum(b), b.count(0), sorted(b, reverse=True)[:3], any(x > 99 for x in b))
del b[-3:], b[0]
print(b)
while b:
    b.pop()
print(b, not b)
