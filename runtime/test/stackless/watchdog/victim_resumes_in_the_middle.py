# source: spec 5.6
import stackless
seen = []


def f():
    for i in range(400):
        seen.append(i)
    seen.append("end")


t = stackless.tasklet(f)()
parts = 0
while t.alive:
    if stackless.run(200) is t:
        parts += 1
        t.insert()
print(seen == list(range(400)) + ["end"], parts > 2)  # expect: True True
