# source: spec 2.1, 2.2
import stackless
import types
print(stackless.stackless is stackless, isinstance(stackless, types.ModuleType))  # expect: True True
print(stackless.current is stackless.getcurrent(), stackless.main is stackless.getmain(), stackless.runcount)  # expect: True True 1
print(stackless.debug, stackless.uncollectables, stackless.getdebug(), stackless.getuncollectables())  # expect: False [] False []
print(len(stackless.threads), stackless.threads == stackless.getthreads())  # expect: 1 True
for name in ("current", "main", "runcount", "threads"):
    try:
        setattr(stackless, name, 1)
    except AttributeError:
        print("read only", name)
# expect: read only current
# expect: read only main
# expect: read only runcount
# expect: read only threads
try:
    del stackless.runcount
except AttributeError:
    print("cannot be deleted")  # expect: cannot be deleted
stackless.my_own = 5
print(stackless.my_own)  # expect: 5
