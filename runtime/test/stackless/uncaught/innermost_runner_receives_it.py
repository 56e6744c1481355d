# source: spec 6.1
import stackless


def fails():
    raise ValueError("inner")


def worker():
    stackless.tasklet(fails)()
    try:
        stackless.run()
    except ValueError as e:
        print("worker caught", e)


stackless.tasklet(worker)()
print(stackless.run())
# expect: worker caught inner
# expect: None
