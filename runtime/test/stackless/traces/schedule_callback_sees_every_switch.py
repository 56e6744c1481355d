# source: spec 15.1, trace 15
import stackless

log = []


def W(name, n):
    for i in range(n):
        log.append(f"{name}{i}")
        stackless.schedule()
    log.append(name + ".")


def make(name, n):
    return stackless.tasklet(W)(name, n)



def name_of(t):
    return names.get(t, "main")


names = {}


def callback(prev, next):
    log.append(f"{name_of(prev)}>{name_of(next)}")


a, b = make("a", 1), make("b", 1)
names.update({a: "a", b: "b"})
stackless.set_schedule_callback(callback)
stackless.run()
stackless.set_schedule_callback(None)
print(*log)
# expect: main>a a0 a>b b0 b>a a. a>b b. b>main
