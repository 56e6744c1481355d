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
    data = [3, 1, 2]
    print(sorted(data, key=ask), sorted(data, key=lambda v: -ask(v)))
    data.sort(key=ask, reverse=True)
    print(data)


stackless.tasklet(main)()
stackless.run()
# expect: [1, 2, 3] [3, 2, 1]
# expect: [3, 2, 1]
