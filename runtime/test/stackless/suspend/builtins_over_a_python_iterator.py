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


def gen(n):
    for i in range(n):
        yield ask(i)


def main():
    print(list(gen(3)), tuple(gen(2)), sum(gen(4)), max(gen(3)), min(gen(3)), sorted(gen(3)), any(gen(2)), all(gen(2)))
    print(dict(zip("ab", gen(2))), list(enumerate(gen(2))), list(zip(gen(2), gen(3))), set(gen(2)), ",".join(str(v) for v in gen(3)), 4 in gen(5))
    a, *b = gen(4)
    print(a, b, [*gen(2), 9], (lambda *x: x)(*gen(2)), bytes(gen(3)), list(reversed(list(gen(3)))))
    x = [0]
    x.extend(gen(2))
    x[1:1] = gen(2)
    print(x, "".join(map(str, gen(3))), dict.fromkeys(gen(2)), list(filter(None, gen(3))))
    d = {}
    d.update((k, ask(k)) for k in "pq")
    print(d, frozenset(gen(1)), next(gen(3)), list(iter(iter(gen(4)).__next__, 4)))


stackless.tasklet(main)()
stackless.run()
# expect: [0, 2, 4] (0, 2) 12 4 0 [0, 2, 4] True False
# expect: {'a': 0, 'b': 2} [(0, 0), (1, 2)] [(0, 0), (2, 2)] {0, 2} 0,2,4 True
# expect: 0 [2, 4, 6] [0, 2, 9] (0, 2) b'\x00\x02\x04' [4, 2, 0]
# expect: [0, 0, 2, 0, 2] 024 {0: None, 2: None} [2, 4]
# expect: {'p': 'pp', 'q': 'qq'} frozenset({0}) 0 [0, 2]
