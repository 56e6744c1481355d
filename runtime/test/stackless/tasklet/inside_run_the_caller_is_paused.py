# source: spec 3.2, 5.2
import stackless
main = stackless.main


def f():
    print(main.alive, main.paused, main.scheduled, main.blocked, main.is_current, main.tempval)
    print(main.is_main, stackless.runcount, main.next)


stackless.tasklet(f)()
stackless.run()
# expect: True True False False False None
# expect: True 1 None
