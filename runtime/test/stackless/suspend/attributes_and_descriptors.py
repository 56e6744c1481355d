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
    class Desc:
        def __set_name__(self, owner, name):
            print("set_name", ask(name))

        def __get__(self, obj, owner):
            return ask(1)

        def __set__(self, obj, v):
            print("desc set", ask(v))

        def __delete__(self, obj):
            print("desc delete", ask(1))


    class C:
        desc = Desc()

        @property
        def prop(self):
            return ask(2)

        @prop.setter
        def prop(self, v):
            print("set prop", ask(v))

        def __getattr__(self, name):
            return ask(name)

        def __delattr__(self, name):
            print("delattr", ask(name))
            super().__delattr__(name)


    c = C()
    print(c.prop, c.dyn, c.desc, getattr(c, "oth"), hasattr(c, "any"))
    c.prop = 5
    c.desc = 6
    del c.desc


stackless.tasklet(main)()
stackless.run()
# expect: set_name descdesc
# expect: 4 dyndyn 2 othoth True
# expect: set prop 10
# expect: desc set 12
# expect: delattr descdesc
# expect: desc delete 2
