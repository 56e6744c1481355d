# source: spec 1.8, design law 1
import stackless

questions, answers = stackless.channel(), stackless.channel()


def serve():
    while True:
        answers.send(questions.receive() * 2)


def ask(x):
    """Blocks twice; another tasklet doubles x."""
    questions.send(x)
    return answers.receive()


stackless.tasklet(serve)()


class N:
    def __init__(self, v): self.v = v
    def __add__(self, o): return ask(self.v + o.v)
    def __radd__(self, o): return ask(o + self.v)
    def __iadd__(self, o): return N(ask(self.v + o.v) // 2)
    def __neg__(self): return -ask(self.v)
    def __mul__(self, k): return ask(self.v * k)
    def __matmul__(self, o): return ask(self.v * o.v)
    def __eq__(self, o): return ask(self.v) == ask(o.v)
    def __lt__(self, o): return ask(self.v) < ask(o.v)
    def __bool__(self): return ask(self.v) > 0
    def __len__(self): return ask(self.v)
    def __getitem__(self, k): return ask(k)
    def __setitem__(self, k, v): print("set", k, ask(v))
    def __delitem__(self, k): print("del", ask(k))
    def __contains__(self, k): return ask(k) == 6
    def __abs__(self): return ask(self.v)
    def __int__(self): return ask(self.v)
    def __round__(self): return ask(self.v)
    def __format__(self, spec): return ask(spec)
    def __repr__(self): return ask("N")
    def __str__(self): return ask("N")
    def __hash__(self): return ask(self.v)


def main():
    a, b = N(1), N(2)
    print(a + b, 10 + a, -a, a * 3, a == b, a < b, bool(a), len(a), a[5], 3 in a, abs(a), int(a), f"{a:x}", str(a), [a])
    a += b
    print(a)
    a[1] = 2
    del a[3]
    print(hash(a) == hash(6), {a: "found"}[N(3)], round(a), a @ b)


stackless.tasklet(main)()
stackless.run()
# expect: 6 22 -2 6 False True True 2 10 True 2 2 xx NN [NN]
# expect: NN
# expect: set 1 4
# expect: del 6
# expect: True found 6 12
