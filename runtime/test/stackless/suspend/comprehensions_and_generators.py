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


def main():
    print([ask(i) for i in range(3) if ask(i) < 4], {ask(i): ask(i + 1) for i in range(2)}, {ask(1) for _ in range(2)}, [[ask(i * j) for i in range(2)] for j in range(2)])
    g = (ask(i) for i in range(3))
    print(next(g), list(g))


    def gen():
        got = yield ask(1)
        print("got", got, ask(got))
        try:
            yield ask(2)
        finally:
            print("closing", ask(3))


    def outer():
        yield from gen()


    o = outer()
    print(next(o), o.send(5))
    o.close()
    print(sum(ask(i) for i in range(4)), max((ask(i) for i in (1, 3, 2)), key=lambda v: -ask(v)))


stackless.tasklet(main)()
stackless.run()
# expect: [0, 2] {0: 2, 2: 4} {2} [[0, 0], [0, 2]]
# expect: 0 [2, 4]
# expect: got 5 10
# expect: 2 4
# expect: closing 6
# expect: 12 2
