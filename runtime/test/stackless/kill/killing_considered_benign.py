# source: spec 6.3, 15.6
import stackless


class Service:
    def __init__(self):
        self.inbox = stackless.channel()
        self.log = []
        self.workers = [stackless.tasklet(self.work)(i) for i in range(3)]

    def work(self, n):
        try:
            while True:
                self.log.append((n, self.inbox.receive()))
        finally:
            self.log.append((n, "closed"))

    def shut_down(self):
        for w in self.workers:
            w.kill()


s = Service()
stackless.run()
for job in "abcd":
    s.inbox.send(job)
print(s.log)  # expect: [(0, 'a'), (1, 'b'), (2, 'c'), (0, 'd')]
s.shut_down()
print(s.log[4:], s.inbox.balance, [w.alive for w in s.workers])
# expect: [(0, 'closed'), (1, 'closed'), (2, 'closed')] 0 [False, False, False]
