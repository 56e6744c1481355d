# source: spec 0.3, 15.3
import stackless
b = stackless.bomb(ValueError, ValueError("v"))
print(b.type.__name__, repr(b.value), b.traceback)  # expect: ValueError ValueError('v') None
empty = stackless.bomb()
print(empty.type, empty.value, empty.traceback)  # expect: None None None
ch = stackless.channel()


def f():
    try:
        ch.receive()
    except ValueError as e:
        print("exploded", e is b.value)


stackless.tasklet(f)()
stackless.run()
ch.send(b)  # expect: exploded True
