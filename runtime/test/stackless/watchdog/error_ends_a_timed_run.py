# source: spec 5.3, 6.1
import stackless


def spin():
    while True:
        pass


def fails():
    raise ValueError("before the limit")


stackless.tasklet(fails)()
t = stackless.tasklet(spin)()
try:
    stackless.run(1000)
except ValueError as e:
    print(e, stackless.runcount)  # expect: before the limit 2
print(stackless.run(1000) is t)  # expect: True
