# source: spec 15.6
import stackless


def select(*channels):
    """The first value that arrives on any of several channels."""
    result = stackless.channel()

    def forward(i, ch):
        result.send((i, ch.receive()))

    helpers = [stackless.tasklet(forward)(i, ch) for i, ch in enumerate(channels)]
    try:
        return result.receive()
    finally:
        for h in helpers:
            h.kill()


a, b = stackless.channel(), stackless.channel()


def sender():
    stackless.schedule()
    b.send("from b")


stackless.tasklet(sender)()
print(select(a, b), a.balance, b.balance)  # expect: (1, 'from b') 0 0
