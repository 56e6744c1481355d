# source: spec 15.5, 5.5
import stackless


def interrupted(f, timeout):
    t = stackless.tasklet(f)()
    victim = stackless.run(timeout)
    t.kill()
    return victim is t


def loop_1000():
    x = 0
    for i in range(1000):
        x += 1


def loop_50():
    x = 0
    for i in range(50):
        x += 1
        if x % 7 == 0:
            x += 1


k = 0


def counting():
    global k
    k = 0
    while True:
        k += 1


print([interrupted(loop_1000, n) for n in (10, 100, 1000)])  # expect: [True, True, True]
print(interrupted(loop_1000, 10000), interrupted(loop_50, 100), interrupted(loop_50, 5000))  # expect: False True False
for n, low, high in ((1, 0, 1), (20, 2, 8), (1000, 100, 400)):
    interrupted(counting, n)
    print(low <= k <= high)
# expect: True
# expect: True
# expect: True
