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
    def fails():
        ask(1)
        raise ValueError(ask("x"))


    def matching():
        return (ask(0) or KeyError, ValueError)


    try:
        fails()
    except matching() as e:
        print(repr(e), ask(2))
        try:
            raise KeyError("k") from e
        except KeyError as k:
            ask(3)
            print(repr(k.__cause__), repr(k.__context__))
    else:
        print("never")
    finally:
        print("finally", ask(4))
    try:
        try:
            1 / 0
        finally:
            ask(5)
    except ZeroDivisionError as e:
        print(e, ask(6))
    def returns():
        try:
            return ask(7)
        finally:
            ask(8)
    print(returns())
    raised = []
    class E(Exception):
        def __init__(self, v):
            super().__init__(ask(v))
    try:
        raise E("made")
    except E as e:
        print(e)
    assert ask(1) == 2, ask("message")


stackless.tasklet(main)()
stackless.run()
# expect: ValueError('xx') 4
# expect: ValueError('xx') ValueError('xx')
# expect: finally 8
# expect: division by zero 12
# expect: 14
# expect: mademade
