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
    print(eval("ask(1) + ask(2)"))
    exec("x = ask(3)\nprint(x)\ndef g(): return ask(x)\nprint(g())", globals())
    print(eval("[ask(i) for i in range(2)]"))


    def deco(n):
        ask(n)
        def apply(f):
            ask(n)
            return lambda *a: ask(f(*a))
        return apply


    @deco(1)
    def f(a=ask(5), *, b=ask(6)):
        return a + b


    print(f(), f(1), (lambda z=ask(1): z)())
    match ask(2):
        case 4 if ask(1) == 2:
            print("matched")
    print(ask(1) if ask(0) == 0 else None, ask(1) and ask(2), ask(0) or ask(3), ask(1) < ask(2) < ask(3))


stackless.tasklet(main)()
stackless.run()
# expect: 6
# expect: 6
# expect: 12
# expect: [0, 2]
# expect: 44 26 2
# expect: matched
# expect: 2 4 6 True
