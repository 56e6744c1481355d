# source: spec 1.6, 8.4
import stackless
stackless.tasklet(lambda: print("never"))()
print("main ends", stackless.runcount)  # expect: main ends 2
