# source: spec 6.5
import stackless
ch = stackless.channel()
ch.close()
stackless.current.block_trap = True
stackless.switch_trap(1)
other = stackless.tasklet(lambda: None)()


def attempt(label):
    try:
        ch.receive()
    except (RuntimeError, ValueError) as e:
        print(label, type(e).__name__, e, ch.balance, stackless.runcount)


attempt("all three")  # expect: all three RuntimeError this tasklet does not like to be blocked. 0 2
stackless.current.block_trap = False
attempt("closed and trap")  # expect: closed and trap ValueError Send/receive operation on a closed channel 0 2
ch.open()
attempt("switch trap")  # expect: switch trap RuntimeError switch_trap 0 2
stackless.switch_trap(-1)
other.remove()
attempt("nothing else runs")  # expect: nothing else runs RuntimeError Deadlock: the last runnable tasklet cannot be blocked. 0 1
