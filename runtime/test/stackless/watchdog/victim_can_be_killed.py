# source: spec 5.6
import stackless


def f():
    n = 0
    try:
        while True:
            n += 1
    except TaskletExit:
        print("killed", n > 0)
        raise
    finally:
        print("finally")


t = stackless.tasklet(f)()
victim = stackless.run(200)
print(victim is t)  # expect: True
t.kill()
# expect: killed True
# expect: finally
print(t.alive)  # expect: False
