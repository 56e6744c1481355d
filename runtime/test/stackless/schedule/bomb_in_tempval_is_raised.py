# source: spec 2.4, 0.3
import stackless


def f():
    try:
        stackless.schedule()
    except ValueError as e:
        print("raised in f:", e)


t = stackless.tasklet(f)()
stackless.schedule()
t.tempval = stackless.bomb(ValueError, ValueError("from outside"))
stackless.run()
# expect: raised in f: from outside
