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
    class CM:
        def __init__(self, n):
            self.n = n

        def __enter__(self):
            return ask(self.n)

        def __exit__(self, t, v, tb):
            print("exit", ask(self.n), t and t.__name__)
            return ask(1) == 2


    with CM(1) as a, CM(2) as b:
        print(a, b)
    with CM(3):
        raise ValueError("swallowed after switching")
    with CM("s") as s:
        print(s, ask(s))
    print("done")


stackless.tasklet(main)()
stackless.run()
# expect: 2 4
# expect: exit 4 None
# expect: exit 2 None
# expect: exit 6 ValueError
# expect: ss ssss
# expect: exit ss None
# expect: done
