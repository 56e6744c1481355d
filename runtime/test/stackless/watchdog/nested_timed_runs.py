# source: spec 5.2, 5.3
import stackless


def spin():
    while True:
        pass


def inner_runner():
    log.append(stackless.run(50) is None)
    log.append("inner returns")


log = []
runner = stackless.tasklet(inner_runner)()
t = stackless.tasklet(spin)()
victim = stackless.run(1000)
# Only the outermost timed run interrupts, so the spinning tasklet comes back here; the inner runner goes on afterwards.
print(victim is t, log, runner.alive, runner.scheduled)  # expect: True [] True True
stackless.run()
print(log)  # expect: [True, 'inner returns']
