# source: spec 7.1
import stackless
log = []


def other():
    log.append(("other", stackless.current.atomic))


def f():
    with stackless.atomic():
        log.append(("f", stackless.current.atomic))
        stackless.schedule()
        log.append(("f again", stackless.current.atomic))
    log.append(("f after", stackless.current.atomic))


stackless.tasklet(f)()
stackless.tasklet(other)()
stackless.run()
print(log)  # expect: [('f', True), ('other', False), ('f again', True), ('f after', False)]
