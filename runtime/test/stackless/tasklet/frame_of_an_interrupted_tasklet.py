# source: spec 5.6
import stackless


def deep(n):
    if n:
        return deep(n - 1)
    while True:
        pass


t = stackless.tasklet(deep)(3)
stackless.run(500)
names = []
frame = t.frame
while frame is not None and len(names) < 4:
    names.append((frame.f_code.co_name, frame.f_locals["n"]))
    frame = frame.f_back
print(names, t.recursion_depth)  # expect: [('deep', 0), ('deep', 1), ('deep', 2), ('deep', 3)] 4
