# source: spec 7.1, 5.5
import stackless
inside = 0
outside = 0


def f():
    global inside, outside
    with stackless.atomic():
        for i in range(1000):
            inside += 1
    for i in range(1000):
        outside += 1


t = stackless.tasklet(f)()
print(stackless.run(100) is t)  # expect: True
print(inside, outside < 50)  # expect: 1000 True
t.insert()
while stackless.run(1000) is t:
    t.insert()
print(inside, outside)  # expect: 1000 1000
