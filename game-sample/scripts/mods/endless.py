"""A mod that never lets go of the processor: no sleep, no channel, no schedule(). The engine's budget takes it away, frame after frame.

It adds to two counters in two steps each, once in an atomic section and once without, so that somebody who looks between the steps can
tell where it was interrupted.
"""
from stackless import atomic


def endless_mod(guarded, unguarded):
    while True:
        n = unguarded.begun % 97 + 1
        unguarded.begun += 1
        ponder(n)
        unguarded.done += 1
        with atomic():
            guarded.begun += 1
            ponder(n)
            guarded.done += 1


def ponder(n):
    """The steps of Collatz's sequence from `n` down to 1: now few, now more than a hundred."""
    steps = 0
    while n != 1:
        n = n // 2 if n % 2 == 0 else 3 * n + 1
        steps += 1
    return steps
