# source: spec 3.3
import stackless


def inner():
    stackless.schedule()


def f():
    print(stackless.current.recursion_depth)
    stackless.schedule()
    inner()


t = stackless.tasklet(f)
print(t.recursion_depth, t.frame)  # expect: 0 None
t()
print(t.recursion_depth, t.frame)  # expect: 0 None
stackless.schedule()  # expect: 1
print(t.recursion_depth, t.frame.f_code.co_name)  # expect: 1 f
stackless.schedule()
print(t.recursion_depth, t.frame.f_code.co_name, t.frame.f_back.f_code.co_name)  # expect: 2 inner f
stackless.run()
print(t.recursion_depth, t.frame)  # expect: 0 None
print(stackless.current.recursion_depth)  # expect: 1
