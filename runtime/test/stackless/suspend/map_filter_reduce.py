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
    print(list(map(ask, [1, 2, 3])), list(filter(lambda v: ask(v) > 2, [1, 2, 3])), tuple(map(lambda a, b: ask(a) + b, [1], [5])))
    print(sum(map(ask, range(4))), dict(map(lambda k: (k, ask(k)), "ab")), [*map(ask, "xy")])
    import functools
    print(functools.reduce(lambda a, b: ask(a) + b, [1, 2, 3]))


stackless.tasklet(main)()
stackless.run()
# expect: [2, 4, 6] [2, 3] (7,)
# expect: 12 {'a': 'aa', 'b': 'bb'} ['xx', 'yy']
# expect: 11
