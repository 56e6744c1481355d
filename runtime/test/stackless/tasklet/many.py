# source: spec 15.4, 7
import stackless
total = 0


def work(n):
    global total
    for i in range(3):
        total += n
        stackless.schedule()


for n in range(300):
    stackless.tasklet(work)(n)
print(stackless.runcount)  # expect: 301
stackless.run()
print(total == 3 * sum(range(300)), stackless.runcount)  # expect: True 1
