# source: spec 5.2
import stackless


def f():
    n = 0
    for i in range(3000):
        n += 1
    print(n)


for timeout in (0, -5):
    stackless.tasklet(f)()
    print(stackless.run(timeout))
# expect: 3000
# expect: None
# expect: 3000
# expect: None
