# source: spec 3.1
import stackless


def needs_two(a, b):
    print("never")


t = stackless.tasklet(needs_two)(1)
print(t.alive)  # expect: True
try:
    stackless.run()
except TypeError as e:
    print(e)  # expect: needs_two() missing 1 required positional argument: 'b'
print(t.alive)  # expect: False
