"""Random choices that come out the same for the same seed (Park and Miller's generator)."""


class Dice:
    __slots__ = ('state',)

    def __init__(self, seed):
        self.state = seed % 2147483646 + 1

    def roll(self, sides):
        """A number from 0 to sides - 1."""
        self.state = self.state * 16807 % 2147483647
        return self.state % sides

    def spread(self, low, high):
        """A float from `low` up to `high`."""
        return low + (high - low) * self.roll(10000) / 10000

    def pick(self, things):
        return things[self.roll(len(things))]
