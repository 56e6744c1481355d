# source: spec 6.4, 15.2
import stackless
ch = stackless.channel()
for op in (ch.receive, lambda: ch.send(1), lambda: ch.send_exception(ValueError)):
    try:
        op()
    except RuntimeError as e:
        print(e, ch.balance, stackless.current.blocked, stackless.runcount)
# expect: Deadlock: the last runnable tasklet cannot be blocked. 0 False 1
# expect: Deadlock: the last runnable tasklet cannot be blocked. 0 False 1
# expect: Deadlock: the last runnable tasklet cannot be blocked. 0 False 1
print(stackless.schedule_remove("returns at once"))  # expect: returns at once
