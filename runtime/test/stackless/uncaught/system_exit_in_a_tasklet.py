# source: spec 6.3
import stackless
import sys


def leaves():
    print("leaving")
    sys.exit(0)


stackless.tasklet(leaves)()
stackless.tasklet(lambda: print("never"))()
stackless.run()
print("never")
# expect: leaving
