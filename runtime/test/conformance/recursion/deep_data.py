a = []
for _ in range(500): a = [a]
print(len(repr(a)), a == a, str(a)[:5])
b = []
for _ in range(100000): b = [b]
for f in (lambda: repr(b), lambda: b == [b]):
    try: f(); print("no error")
    except RecursionError as e: print(e)
d = None
for _ in range(100000): d = (d,)
n = 0
while d:
    d = d[0]; n += 1
print(n)
del b
class Node:
    def __init__(self, nxt): self.nxt = nxt
head = None
for i in range(50000): head = Node(head)
n = 0
while head: n += 1; head = head.nxt
print(n)
e1, e2 = [], []
for _ in range(300): e1, e2 = [e1], [e2]
print(e1 == e2, e1 < e2, e1 != e2)
