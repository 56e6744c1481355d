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
    class S:
        def __init__(self, v):
            self.v = v

        def __str__(self):
            return ask(self.v)

        def __repr__(self):
            return ask("r" + self.v)

        def __format__(self, spec):
            return ask(self.v + spec)


    a = S("a")
    print(a, [a, S("b")], {"k": a}, (a,), sep="|")
    print(f"{a}{a!r}{a:>}", "{} {!s}".format(a, a), "%s %r" % (a, a), str(a) + repr(a), "-".join([str(a), repr(a)]))
    print(len(str([a] * 3)), "{:{}}".format(a, S("w")))


stackless.tasklet(main)()
stackless.run()
# expect: aa|[rara, rbrb]|{'k': rara}|(rara,)
# expect: aararaa>a> aa aa aa rara aarara aa-rara
# expect: 18 awwaww
