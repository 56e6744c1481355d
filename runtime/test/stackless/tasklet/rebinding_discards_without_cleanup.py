# source: spec 3.1
import stackless
cleaned = []


def f():
    try:
        stackless.schedule_remove()
    finally:
        cleaned.append("finally")


t = stackless.tasklet(f)()
stackless.run()
print(t.paused)  # expect: True
t.bind(None)
print(t.alive, cleaned)  # expect: False []
t.bind(lambda: print("second life"))()
stackless.run()  # expect: second life
print(cleaned)  # expect: []
