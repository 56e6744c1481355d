# source: spec 2.1, 6.3
import stackless


def f():
    try:
        stackless.schedule()
    except Exception:
        print("never")
    print("never either")


t = stackless.tasklet(f)()
t.run()
t.kill()
print(t.alive, stackless.runcount)  # expect: False 1
stackless.tasklet(lambda: (_ for _ in ()).throw(TaskletExit))()
print(stackless.run())  # expect: None


def exits():
    raise TaskletExit("quietly")


stackless.tasklet(exits)()
print(stackless.run())  # expect: None
