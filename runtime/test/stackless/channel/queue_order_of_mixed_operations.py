# source: spec 4.1, 4.5
import stackless
ch = stackless.channel()
ts = [stackless.tasklet(ch.send)(n) for n in range(4)]
stackless.run()


def queue():
    found = []
    t = ch.queue
    while t is not None:
        found.append(ts.index(t))
        t = t.next
    return found


print(queue(), ch.balance)  # expect: [0, 1, 2, 3] 4
ts[2].kill()
print(queue(), ch.balance)  # expect: [0, 1, 3] 3
print(ch.receive(), queue())  # expect: 0 [1, 3]
ts[3].kill()
print(queue(), ch.queue is ts[1])  # expect: [1] True
print(ch.receive(), queue(), ch.balance)  # expect: 1 [] 0
