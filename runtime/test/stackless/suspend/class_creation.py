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
    class Meta(type):
        @classmethod
        def __prepare__(m, name, bases):
            return {"prepared": ask(1)}

        def __new__(m, name, bases, ns):
            ns["new"] = ask(2)
            return super().__new__(m, name, bases, ns)

        def __init__(cls, name, bases, ns):
            cls.init = ask(3)

        def __call__(cls, *a):
            return ask(4), super().__call__(*a)

        def __instancecheck__(cls, o):
            return ask(o) == 10


    class A(metaclass=Meta):
        body = ask("body")
        for i in range(2):
            body += str(ask(i))

        def __init_subclass__(cls):
            cls.sub = ask(cls.__name__)


    class B(A):
        pass


    print(A.prepared, A.new, A.init, A.body, B.sub, A()[0], isinstance(5, A), isinstance(6, A))


stackless.tasklet(main)()
stackless.run()
# expect: 2 4 6 bodybody02 BB 8 True False
