# source: spec 3.1
import stackless


def f(*a, **k):
    print("f", a, k)


t = stackless.tasklet()
print(t.bind(f) is t, t.setup(1, x=2) is t)  # expect: True True
stackless.run()  # expect: f (1,) {'x': 2}
t.bind(f, (1, 2), {"k": 3})
print(t.alive, t.paused)  # expect: True True
t.run()  # expect: f (1, 2) {'k': 3}
t.bind(f)
t.bind(None, ())
t.run()  # expect: f () {}
stackless.tasklet(f, (7,)).run()  # expect: f (7,) {}
stackless.tasklet(f, kwargs={"only": 1}).run()  # expect: f () {'only': 1}
stackless.tasklet(f)(func=1, args=2).run()  # expect: f () {'func': 1, 'args': 2}


def attempt(g):
    try:
        g()
    except (TypeError, RuntimeError) as e:
        print(type(e).__name__, e)


attempt(lambda: stackless.tasklet(5))  # expect: TypeError tasklet function must be a callable or None
attempt(lambda: stackless.tasklet().bind("x"))  # expect: TypeError tasklet function must be a callable or None
attempt(lambda: stackless.tasklet()())  # expect: RuntimeError the tasklet was not bound to a function
attempt(lambda: stackless.tasklet().setup())  # expect: RuntimeError the tasklet was not bound to a function
attempt(lambda: stackless.tasklet().bind(None, ()))  # expect: RuntimeError the tasklet was not bound to a function
attempt(lambda: stackless.tasklet(f)().setup())  # expect: RuntimeError tasklet is alive
attempt(lambda: stackless.tasklet(f)().bind(f))  # expect: RuntimeError tasklet is scheduled
attempt(lambda: stackless.current.bind(f))  # expect: RuntimeError can't (re)bind the current tasklet
ch = stackless.channel()
blocked = stackless.tasklet(ch.receive)()
blocked.run()
attempt(lambda: blocked.bind(None))  # expect: RuntimeError tasklet is scheduled
try:
    stackless.tasklet(f, (), {}, 1)
except TypeError:
    print("too many arguments")  # expect: too many arguments
