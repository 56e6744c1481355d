class Stack(list):
    def push(self, x): self.append(x)
    def peek(self): return self[-1]
s = Stack([1, 2])
s.push(3); s.name = "st"
print(s, s.peek(), len(s), s == [1, 2, 3], isinstance(s, list), s.name, type(s[:]).__name__, type(s + [1]).__name__, type(s.copy()).__name__, s.__dict__)
class Loud(list):
    def __getitem__(self, i):
        print("get", i)
        return super().__getitem__(i)
    def __len__(self): return 99
    def __iter__(self):
        print("iter")
        return super().__iter__()
l = Loud([1, 2, 3])
print(l[0], l[1:], len(l), list(l), [*l], sum(l), 2 in l, bool(Loud()))
a, b, c = l
print(a, b, c, str(l), l.index(2))
