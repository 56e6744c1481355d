from clock import sleep
from colony import Buy, Sell

from .ship import Ship


class Trader(Ship):
    kind = 'trader'
    speed = 18.0
    hold = 60

    def work(self):
        with self:
            while True:
                station = max(self.some_stations(), key=lambda place: place.metal)
                units = self.exchange(station, Buy)
                if units > 0:
                    self.exchange(self.colony.hub, Sell, units)
                else:
                    sleep(self.dice.spread(0.5, 1.5))

    def some_stations(self):
        for _ in range(3):
            yield self.dice.pick(self.colony.stations)

    def exchange(self, market, order, units=hold):
        """Flies there, docks and trades. Returns how many units it was."""
        self.fly_to(market)
        with market.berths:
            units, _ = market.trade(order(units, self.colony.guilds['trader']))
            sleep(0.2)
        return units
