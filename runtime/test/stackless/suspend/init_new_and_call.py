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


class P:
    def __init__(self, v):
        self.v = ask(v)

    def __call__(self, x):
        return self.v + ask(x)


class Made:
    def __new__(cls, v):
        self = super().__new__(cls)
        self.v = ask(v)
        return self


def main():
    p = P(2)
    print(p.v, p(3), Made(4).v, [P(i).v for i in range(3)])


stackless.tasklet(main)()
stackless.run()
# expect: 4 10 8 [0, 2, 4]
