# source: spec 4.1, 15.6
import stackless


class Queue(stackless.channel):
    def __init__(self, label):
        super().__init__()
        self.label = label
        self.sent = 0

    def send(self, value):
        self.sent += 1
        return super().send((self.label, value))


q = Queue("q")
stackless.tasklet(lambda: print(q.receive()))()
stackless.run()
q.send(5)  # expect: ('q', 5)
print(q.sent, q.balance, isinstance(q, stackless.channel), q.__dict__)  # expect: 1 0 True {'label': 'q', 'sent': 1}
try:
    stackless.channel().label = 1
except AttributeError:
    print("no dict")  # expect: no dict
