# source: spec 15.6
import stackless


class Semaphore:
    def __init__(self, n):
        self.n, self.channel = n, stackless.channel()

    def __enter__(self):
        if self.n > 0:
            self.n -= 1
        else:
            self.channel.receive()

    def __exit__(self, *exc):
        if self.channel.balance < 0:
            self.channel.send(None)
        else:
            self.n += 1


class Barrier:
    def __init__(self, n):
        self.n, self.channel = n, stackless.channel()

    def wait(self):
        if -self.channel.balance == self.n - 1:
            while self.channel.balance < 0:
                self.channel.send(None)
        else:
            self.channel.receive()


sem, barrier = Semaphore(2), Barrier(4)
inside = worst = 0
log = []


def worker(n):
    global inside, worst
    with sem:
        inside += 1
        worst = max(worst, inside)
        for _ in range(n):
            stackless.schedule()
        inside -= 1
    log.append("arrived")
    barrier.wait()
    log.append("passed")


for n in range(4):
    stackless.tasklet(worker)(n)
stackless.run()
print(worst, inside, sem.n, log)
# expect: 2 0 2 ['arrived', 'arrived', 'arrived', 'arrived', 'passed', 'passed', 'passed', 'passed']
