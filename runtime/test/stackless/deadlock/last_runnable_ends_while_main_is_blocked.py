# source: spec 6.4, 1.6
import stackless
ch = stackless.channel()
for op in (ch.receive, lambda: ch.send(1)):
    stackless.tasklet(lambda: print("worker ends"))()
    try:
        op()
    except RuntimeError as e:
        print(e, ch.balance)
# expect: worker ends
# expect: the main tasklet is receiving without a sender available. 0
# expect: worker ends
# expect: the main tasklet is sending without a receiver available. 0
