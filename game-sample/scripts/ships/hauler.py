from clock import sleep

from .ship import Ship


class Hauler(Ship):
    kind = 'hauler'
    speed = 14.0
    hold = 4  # cargos
    FEE = 6

    def work(self):
        with self:
            while True:
                sector = self.dice.pick(self.colony.waiting_sectors() or self.colony.sectors)
                self.fly_to(sector)
                self.deliver(self.collect(sector))

    def collect(self, sector):
        """One cargo, however long it takes, and what else is there."""
        cargos = [sector.pickup.receive()]
        while len(cargos) < self.hold and sector.pickup.balance > 0:
            cargos.append(sector.pickup.receive())
        return cargos

    def deliver(self, cargos):
        station = min(self.colony.stations, key=self.effort)
        self.fly_to(station)
        with station.berths:
            sleep(0.25)
            for cargo in cargos:
                station.ore.send(cargo)
        self.colony.bank.transfer(station.account, self.colony.guilds['hauler'], self.FEE * len(cargos))

    def effort(self, station):
        """A long way, or a long queue at the refinery."""
        return station.distance(self) + 5 * max(0, station.ore.balance)
