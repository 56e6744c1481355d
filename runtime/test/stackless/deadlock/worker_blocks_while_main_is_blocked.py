# source: spec 6.4
import stackless
a, b = stackless.channel(), stackless.channel()


def worker():
    try:
        b.receive()
    except RuntimeError as e:
        print("worker:", e)
        a.send("resolved")


stackless.tasklet(worker)()
print(a.receive())
# expect: worker: Deadlock: the last runnable tasklet cannot be blocked.
# expect: resolved
