# source: spec 15.1, trace 16
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


a = make("a", 1)
names[a] = "a"
stackless.set_schedule_callback(callback)
a.kill()
stackless.set_schedule_callback(None)
print(*log)
print(a.alive, stackless.runcount)
# expect: main>a a>main
# expect: False 1
