# source: spec 3.7
import stackless
for pending in (False, True):
    try:
        stackless.current.throw(ValueError, "here", None, pending)
    except ValueError as e:
        print("raised here", e)
# expect: raised here here
# expect: raised here here
try:
    stackless.current.kill()
except TaskletExit as e:
    print("killed", repr(e))  # expect: killed TaskletExit()
try:
    stackless.current.raise_exception(KeyError, "k")
except KeyError as e:
    print(repr(e))  # expect: KeyError('k')
