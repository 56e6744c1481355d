# source: spec 6.4, 15.2
import stackless
print("before")  # expect: before
stackless.channel().receive()
# expect error: RuntimeError: Deadlock: the last runnable tasklet cannot be blocked.
