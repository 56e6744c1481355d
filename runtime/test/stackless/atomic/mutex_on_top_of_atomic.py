# source: spec 7.1, 15.6
import stackless


class Mutex:
    def __init__(self):
        self.owner = None
        self.channel = stackless.channel()

    def acquire(self):
        with stackless.atomic():
            if self.owner is None:
                self.owner = stackless.current
            else:
                self.channel.receive()
                self.owner = stackless.current

    def release(self):
        with stackless.atomic():
            self.owner = None
            if self.channel.balance < 0:
                self.channel.send(None)

    def __enter__(self):
        self.acquire()

    def __exit__(self, *exc):
        self.release()


mutex = Mutex()
inside = 0
worst = 0
order = []


def worker(name):
    global inside, worst
    for i in range(2):
        with mutex:
            inside += 1
            worst = max(worst, inside)
            order.append(f"{name}{i}")
            stackless.schedule()
            inside -= 1
        stackless.schedule()


for name in "abc":
    stackless.tasklet(worker)(name)
stackless.run()
print(worst, inside, sorted(order))  # expect: 1 0 ['a0', 'a1', 'b0', 'b1', 'c0', 'c1']
