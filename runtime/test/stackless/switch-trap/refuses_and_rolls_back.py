# source: spec 7.2
import stackless
ch = stackless.channel()


def receiver():
    ch.receive()


r = stackless.tasklet(receiver)()
stackless.run()
a = stackless.tasklet(lambda: None)()
b = stackless.tasklet(lambda: None)()
b.remove()
print(stackless.switch_trap(), stackless.switch_trap(1), stackless.switch_trap(0))  # expect: 0 0 1


def attempt(label, f):
    try:
        print(label, "returned", f())
    except RuntimeError as e:
        print(label, e, ch.balance, stackless.runcount, b.paused)


attempt("schedule", stackless.schedule)  # expect: schedule switch_trap -1 2 True
attempt("schedule_remove", stackless.schedule_remove)  # expect: schedule_remove switch_trap -1 2 True
attempt("run", stackless.run)  # expect: run switch_trap -1 2 True
attempt("a.run", a.run)  # expect: a.run switch_trap -1 2 True
attempt("b.run", b.run)  # expect: b.run switch_trap -1 2 True
attempt("b.switch", b.switch)  # expect: b.switch switch_trap -1 2 True
attempt("send", lambda: ch.send(1))  # expect: send switch_trap -1 2 True
attempt("blocked", r.run)  # expect: blocked You cannot run a blocked tasklet -1 2 True
attempt("kill", a.kill)  # expect: kill switch_trap -1 2 True
print(b.insert() is b, b.remove() is b, b.kill(pending=True))  # expect: True True None
ch.preference = 1
ch.send("no switch needed")
print(ch.balance)  # expect: 0
print(stackless.switch_trap(-1), stackless.switch_trap())  # expect: 1 0
stackless.run()
