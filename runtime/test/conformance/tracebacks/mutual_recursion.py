def ping(n):
    pong(n)
def pong(n):
    if n < 0:
        raise IndexError("low")
    ping(n - 1)
ping(4)
