# source: spec 6.1
import stackless
ch = stackless.channel()


def fails(n):
    raise ValueError(n)


def attempt(label, f):
    stackless.tasklet(fails)(label)
    try:
        f()
        print("no error")
    except ValueError as e:
        print(e, ch.balance, stackless.runcount)


attempt("run", stackless.run)  # expect: run 0 1
attempt("schedule", stackless.schedule)  # expect: schedule 0 1
attempt("receive", ch.receive)  # expect: receive 0 1
attempt("send", lambda: ch.send(1))  # expect: send 0 1
t = stackless.tasklet(fails)("t.run")
try:
    t.run()
except ValueError as e:
    print(e, t.alive)  # expect: t.run False
