# source: spec 15.6
import stackless
now = 0
sleepers = []


def sleep(ticks):
    ch = stackless.channel()
    sleepers.append((now + ticks, len(sleepers), ch))
    sleepers.sort(key=lambda s: s[:2])
    ch.receive()


def frame():
    global now
    now += 1
    while sleepers and sleepers[0][0] <= now:
        sleepers.pop(0)[2].send(None)
    stackless.run()


def guard(name, period, times):
    for i in range(times):
        sleep(period)
        print(now, name, i)


def story():
    print("once upon a time")
    sleep(4)
    print(now, "something happened")
    sleep(1)
    print(now, "the end")


stackless.tasklet(guard)("north", 2, 3)
stackless.tasklet(guard)("south", 3, 2)
stackless.tasklet(story)()
stackless.run()
# expect: once upon a time
while sleepers:
    frame()
# expect: 2 north 0
# expect: 3 south 0
# expect: 4 something happened
# expect: 4 north 1
# expect: 5 the end
# expect: 6 south 1
# expect: 6 north 2
