from clock import sleep
from colony import Cargo

from .ship import Ship


class Miner(Ship):
    kind = 'miner'
    speed = 9.0
    hold = 12

    def work(self):
        with self:
            while True:
                sector = self.prospect()
                self.fly_to(sector)
                units = self.fill_hold(sector)
                if units > 0:
                    sector.pickup.send(Cargo(units, sector.guild))

    def prospect(self):
        """The richest of three sectors."""
        choices = [self.dice.pick(self.colony.sectors) for _ in range(3)]
        return max(choices, key=lambda sector: sector.ore)

    def fill_hold(self, sector):
        units = 0
        while units < self.hold:
            sleep(self.dice.spread(0.4, 0.8))
            dug = sector.dig(4)
            if dug == 0:
                break
            units += dug
        return units
