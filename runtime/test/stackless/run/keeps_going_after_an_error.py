# source: spec 5.3, 6.1
import stackless


def worker(n):
    if n % 2:
        raise ValueError(n)
    print("worker", n)


for n in range(5):
    stackless.tasklet(worker)(n)
while stackless.runcount > 1:
    try:
        stackless.run()
    except ValueError as e:
        print("error", e, "left", stackless.runcount)
# expect: worker 0
# expect: error 1 left 4
# expect: worker 2
# expect: error 3 left 2
# expect: worker 4
