# source: spec 15.6
import stackless


class Actor:
    def __init__(self):
        self.inbox = stackless.channel()
        self.tasklet = stackless.tasklet(self.loop)()

    def loop(self):
        for message in self.inbox:
            handler = getattr(self, "on_" + message[0])
            handler(*message[1:])
        print(type(self).__name__, "stopped")

    def send(self, *message):
        self.inbox.send(message)

    def stop(self):
        self.inbox.close()
        self.inbox.send_exception(StopIteration)


class Bank(Actor):
    def __init__(self):
        super().__init__()
        self.gold = {}

    def on_pay(self, who, n):
        self.gold[who] = self.gold.get(who, 0) + n

    def on_balance(self, who, reply):
        reply.send(self.gold.get(who, 0))


class Player(Actor):
    def __init__(self, name, bank):
        super().__init__()
        self.name, self.bank = name, bank

    def on_earn(self, n):
        self.bank.send("pay", self.name, n)

    def on_report(self):
        reply = stackless.channel()
        self.bank.send("balance", self.name, reply)
        print(self.name, "has", reply.receive())


bank = Bank()
ann, bob = Player("ann", bank), Player("bob", bank)
stackless.run()
for n in (5, 10):
    ann.send("earn", n)
    bob.send("earn", n * 2)
stackless.run()
ann.send("report")
bob.send("report")
stackless.run()
for a in (ann, bob, bank):
    a.stop()
stackless.run()
# expect: ann has 15
# expect: bob has 30
# expect: Player stopped
# expect: Player stopped
# expect: Bank stopped
