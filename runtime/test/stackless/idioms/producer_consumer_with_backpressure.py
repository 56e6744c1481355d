# source: spec 15.6
import stackless


class Buffer:
    def __init__(self, size):
        self.items, self.size = [], size
        self.not_full, self.not_empty = stackless.channel(), stackless.channel()

    def put(self, x):
        while len(self.items) >= self.size:
            self.not_full.receive()
        self.items.append(x)
        if self.not_empty.balance < 0:
            self.not_empty.send(None)

    def get(self):
        while not self.items:
            self.not_empty.receive()
        x = self.items.pop(0)
        if self.not_full.balance < 0:
            self.not_full.send(None)
        return x


buf = Buffer(2)
got = []
longest = 0


def producer(name, n):
    global longest
    for i in range(n):
        buf.put(f"{name}{i}")
        longest = max(longest, len(buf.items))
    buf.put(None)


def consumer():
    ends = 0
    while ends < 2:
        x = buf.get()
        if x is None:
            ends += 1
        else:
            got.append(x)
        stackless.schedule()


stackless.tasklet(producer)("a", 5)
stackless.tasklet(producer)("b", 3)
stackless.tasklet(consumer)()
stackless.run()
print(len(got), longest, [x for x in got if x[0] == "a"], [x for x in got if x[0] == "b"])
# expect: 8 2 ['a0', 'a1', 'a2', 'a3', 'a4'] ['b0', 'b1', 'b2']
