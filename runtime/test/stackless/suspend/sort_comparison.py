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
    def __init__(self, v):
        self.v = v

    def __lt__(self, other):
        return ask(self.v) < ask(other.v)

    __gt__ = lambda self, other: ask(self.v) > ask(other.v)

    def __repr__(self):
        return str(self.v)


def main():
    items = [N(3), N(1), N(2), N(1)]
    print(sorted(items), min(items), max(items))
    items.sort(reverse=True)
    print(items)


stackless.tasklet(main)()
stackless.run()
# expect: [1, 1, 2, 3] 1 3
# expect: [3, 2, 1, 1]
