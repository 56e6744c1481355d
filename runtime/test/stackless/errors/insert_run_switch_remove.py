# source: spec 15.2
import stackless
ch = stackless.channel()
blocked = stackless.tasklet(ch.receive)()
stackless.run()
dead = stackless.tasklet(lambda: None)()
stackless.run()


def attempt(f):
    try:
        print("returned", f())
    except RuntimeError as e:
        print(e)


attempt(blocked.insert)  # expect: You cannot run a blocked tasklet
attempt(blocked.run)  # expect: You cannot run a blocked tasklet
attempt(blocked.switch)  # expect: You cannot run a blocked tasklet
attempt(dead.insert)  # expect: You cannot run an unbound(dead) tasklet
attempt(dead.run)  # expect: You cannot run an unbound(dead) tasklet
attempt(dead.switch)  # expect: You cannot run an unbound(dead) tasklet
attempt(stackless.tasklet().run)  # expect: You cannot run an unbound(dead) tasklet
attempt(blocked.remove)  # expect: You cannot remove a blocked tasklet.
attempt(stackless.current.remove)  # expect: The current tasklet cannot be removed.
print(dead.remove() is dead, stackless.current.insert() is stackless.current)  # expect: True True
print(ch.balance, stackless.runcount, blocked.blocked)  # expect: -1 1 True
