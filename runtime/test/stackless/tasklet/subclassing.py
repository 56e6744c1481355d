# source: spec 3.1, 15.6
import stackless


class Named(stackless.tasklet):
    def __init__(self, func, name="anon"):
        super().__init__(func)
        self.name = name

    def __call__(self, *args):
        print("start", self.name)
        return super().__call__(*args)


def f(x):
    print(stackless.current.name, x)


t = Named(f, name="worker")
print(t(5) is t, isinstance(t, stackless.tasklet), t.__dict__)
# expect: start worker
# expect: True True {'name': 'worker'}
stackless.run()  # expect: worker 5
try:
    stackless.tasklet(f).name = "no dict"
except AttributeError as e:
    print("AttributeError")  # expect: AttributeError


class Odd(stackless.tasklet):
    def __new__(cls, a, b):
        return super().__new__(cls)

    def __init__(self, a, b):
        self.ab = a + b


print(Odd(1, 2).ab, Odd(1, b=3).alive, bool(Odd(1, 1)))  # expect: 3 False True
print(t == t, t == Odd(1, 1), len({t, t}))  # expect: True False 1
