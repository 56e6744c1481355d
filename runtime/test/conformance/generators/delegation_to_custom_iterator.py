class Iter:
    def __init__(self): self.n = 0
    def __iter__(self): return self
    def __next__(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration("custom value")
        return self.n
    def send(self, v):
        print("send", v)
        return v
    def throw(self, *a):
        print("throw", a[0] if isinstance(a[0], type) else type(a[0]))
        return "thrown"
    def close(self): print("close")
def g():
    r = yield from Iter()
    print("result", r)
a = g()
print(next(a), a.send("x"), a.throw(ValueError), next(a))
a.close()
b = g()
print(list(b))
