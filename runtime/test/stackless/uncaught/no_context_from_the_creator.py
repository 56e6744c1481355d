# source: spec 1.2, 6.6
import stackless
import sys


def f():
    print(sys.exc_info()[0])
    try:
        raise KeyError("in tasklet")
    except KeyError as e:
        print(e.__context__)


try:
    raise ValueError("in main")
except ValueError:
    stackless.tasklet(f)()
    stackless.run()
    print(sys.exc_info()[0].__name__)
# expect: None
# expect: None
# expect: ValueError
