# source: spec 4.3
import stackless
ping, pong = stackless.channel(), stackless.channel()
log = []


def player(name, mine, other, n):
    while True:
        ball = mine.receive()
        log.append((name, ball))
        if ball == n:
            return
        other.send(ball + 1)


a = stackless.tasklet(player)("a", ping, pong, 5)
b = stackless.tasklet(player)("b", pong, ping, 5)
stackless.run()
ping.send(0)
stackless.run()
print(log)  # expect: [('a', 0), ('b', 1), ('a', 2), ('b', 3), ('a', 4), ('b', 5)]
print(a.blocked, b.alive, ping.balance)  # expect: True False -1
