# source: spec 2.4, 5.2
import stackless


def work():
    for i in range(50):
        pass
    done.append(1)


done = []
for kwargs in ({}, {"timeout": 0}, {"timeout": 100000}, {"soft": True}, {"timeout": 100000, "soft": True}, {"totaltimeout": True},
               {"timeout": 100000, "ignore_nesting": True}, {"threadblock": False}):
    stackless.tasklet(work)()
    print(stackless.run(**kwargs), end=" ")
print(len(done))  # expect: None None None None None None None None 8
