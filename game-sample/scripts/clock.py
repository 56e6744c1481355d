"""Time as scripts see it: the game's clock, which stands still while the game does.

`call_later` and `call_repeatedly` take a function without arguments. Whoever has arguments makes a closure:

    call_later(2.0, lambda: beacon.light('blue'))
"""
import stackless
from time import sleep

__all__ = ['sleep', 'call_later', 'call_repeatedly', 'start']


def start(fn):
    """Runs `fn()` in a tasklet of its own."""
    return stackless.tasklet(fn)()


def call_later(seconds, fn):
    """Calls `fn()` once, `seconds` from now. Killing the tasklet that is returned calls it off."""

    def wait_and_call():
        sleep(seconds)
        fn()

    return start(wait_and_call)


def call_repeatedly(seconds, fn):
    """Calls `fn()` every `seconds` until the tasklet that is returned is killed."""

    def repeat():
        while True:
            sleep(seconds)
            fn()

    return start(repeat)
