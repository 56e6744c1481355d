# source: spec 3.6, 1.7
import stackless
main = stackless.current


def f():
    print("f1", stackless.runcount, main.paused)
    main.switch()
    print("f2")
    main.run()
    print("f3")


t = stackless.tasklet(f)
t.bind(f, ())
t.switch()
# expect: f1 1 True
print("m1", t.paused, stackless.runcount)  # expect: m1 True 1
t.switch()
# expect: f2
print("m2", t.paused, t.scheduled)  # expect: m2 False True
stackless.run()
# expect: f3
print("end", t.alive)  # expect: end False
