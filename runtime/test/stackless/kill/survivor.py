# source: spec 3.7
import stackless


def stubborn():
    for i in range(3):
        try:
            stackless.schedule()
        except TaskletExit:
            print("not dying", i)


t = stackless.tasklet(stubborn)()
t.run()
t.kill()  # expect: not dying 0
print(t.alive)  # expect: True
t.kill()  # expect: not dying 1
t.kill()  # expect: not dying 2
print(t.alive)  # expect: False
