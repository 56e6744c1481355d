# source: spec 6.1
import stackless
import traceback
error = ValueError("same object")


def deep():
    raise error


def fails():
    deep()


stackless.tasklet(fails)()
try:
    stackless.run()
except ValueError as e:
    names = [f.name for f in traceback.extract_tb(e.__traceback__)]
    print(e is error, [n for n in names if n in ("fails", "deep")], names[0])
    # expect: True ['fails', 'deep'] <module>
