# source: spec 6.3
import stackless
main = stackless.main
stackless.tasklet(main.kill)()
try:
    stackless.run()
except TaskletExit as e:
    print("run raised", repr(e))  # expect: run raised TaskletExit()
stackless.run()
print(stackless.runcount)  # expect: 1
