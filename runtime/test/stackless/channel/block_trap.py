# source: spec 7.3, 4.3
import stackless
ch = stackless.channel()


def receiver():
    print("got", ch.receive())


def trapped():
    stackless.current.block_trap = True
    for op in (ch.receive, lambda: ch.send(1)):
        try:
            op()
        except RuntimeError as e:
            print(e)


stackless.tasklet(trapped)()
stackless.run()
# expect: this tasklet does not like to be blocked.
# expect: this tasklet does not like to be blocked.
stackless.tasklet(receiver)()
stackless.run()
stackless.current.block_trap = True
ch.send("a waiting partner is fine")  # expect: got a waiting partner is fine
try:
    ch.receive()
except RuntimeError as e:
    print(e, ch.balance, stackless.runcount)  # expect: this tasklet does not like to be blocked. 0 1
stackless.current.block_trap = False
