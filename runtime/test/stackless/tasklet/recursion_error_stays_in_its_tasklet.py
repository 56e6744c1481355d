# source: spec 15.4, 7
import stackless


def forever():
    forever()


def guarded():
    try:
        forever()
    except RecursionError as e:
        print("guarded:", type(e).__name__)


stackless.tasklet(guarded)()
stackless.tasklet(forever)()
stackless.tasklet(lambda: print("third runs"))()
try:
    stackless.run()
except RecursionError as e:
    print("main:", type(e).__name__)
stackless.run()
# expect: guarded: RecursionError
# expect: main: RecursionError
# expect: third runs
