# source: spec 10.1, 2.5
import stackless
log = []


def callback(prev, next):
    log.append((prev is stackless.current, prev is main, next is main))


main = stackless.main
print(stackless.get_schedule_callback(), stackless.set_schedule_callback(callback))  # expect: None None
print(stackless.get_schedule_callback() is callback)  # expect: True
stackless.schedule()
print(log)  # expect: []
stackless.tasklet(lambda: None)()
stackless.run()
print(log)  # expect: [(True, True, False), (True, False, True)]
print(stackless.set_schedule_callback(None) is callback)  # expect: True
for bad in (5, "x"):
    try:
        stackless.set_schedule_callback(bad)
    except TypeError as e:
        print(e)
# expect: schedule callback must be callable
# expect: schedule callback must be callable
try:
    stackless.set_channel_callback(5)
except TypeError as e:
    print(e)  # expect: channel callback must be callable
