"""A semaphore made of `atomic` and a channel: the scheduler needs to know nothing of locks.

Nobody is handed a permit. Whoever comes or wakes tries to take one, which costs least where few compete.
"""
import stackless


class Semaphore:
    __slots__ = ('free', 'waiters')

    def __init__(self, permits):
        self.free = permits
        self.waiters = stackless.channel()
        self.waiters.preference = 0  # waking somebody must not switch to them in the middle of release()

    def acquire(self):
        with stackless.atomic():
            while self.free == 0:
                try:
                    self.waiters.receive()
                except BaseException:  # killed after it was woken: somebody else may have the permit
                    self.wake_one()
                    raise
            self.free -= 1

    def release(self):
        with stackless.atomic():
            self.free += 1
            self.wake_one()

    def wake_one(self):
        if self.free > 0 and self.waiters.balance < 0:
            self.waiters.send(None)

    def __enter__(self):
        self.acquire()
        return self

    def __exit__(self, kind, value, traceback):
        self.release()
