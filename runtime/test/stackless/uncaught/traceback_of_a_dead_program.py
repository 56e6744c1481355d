# source: spec 6.1
import stackless


def fails():
    raise ValueError("kills the program")


stackless.tasklet(fails)()
print("start")  # expect: start
stackless.run()
print("never")
# expect error: ValueError: kills the program
