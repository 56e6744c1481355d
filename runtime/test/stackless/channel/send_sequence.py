# source: spec 4.2
import stackless
ch = stackless.channel()


def consumer():
    while True:
        print("got", ch.receive())


stackless.tasklet(consumer)()
stackless.run()
print(ch.send_sequence([1, 2]))
# expect: got 1
# expect: got 2
# expect: 2
other = stackless.channel()


def numbers():
    yield 1
    stackless.schedule()
    yield other.receive()


stackless.tasklet(other.send)("from another channel")
print(ch.send_sequence(numbers()))
# expect: got 1
# expect: got from another channel
# expect: 2
print(ch.send_sequence(""), ch.send_sequence({"k": 1}))
# expect: got k
# expect: 0 1


def fails():
    yield "ok"
    raise ValueError("from the iterable")


try:
    ch.send_sequence(fails())
except ValueError as e:
    print(e)
# expect: got ok
# expect: from the iterable
