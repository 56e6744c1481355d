# source: spec 1.8
import stackless


def gen():
    for i in range(6):
        stackless.schedule()
        yield i


g = gen()
log = []


def worker(name):
    while True:
        with lock:
            try:
                log.append((name, next(g)))
            except StopIteration:
                return
        stackless.schedule()


class Lock:
    held = False

    def __enter__(self):
        while self.held:
            stackless.schedule()
        self.held = True

    def __exit__(self, *a):
        self.held = False


lock = Lock()
stackless.tasklet(worker)("a")
stackless.tasklet(worker)("b")
stackless.run()
print([v for n, v in log], {n for n, v in log} == {"a", "b"})  # expect: [0, 1, 2, 3, 4, 5] True
