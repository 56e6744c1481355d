"""The story of the day, written as it happens: every line waits for the one before."""
import engine
from clock import call_later, sleep
from ships.ship import Ship
from stackless import channel


class Scout(Ship):
    """Flies where the mission sends it, and says when it is there."""

    kind = 'scout'
    speed = 20.0

    def __init__(self, colony, dice, at):
        super().__init__(colony, dice, at)
        self.orders = channel()
        self.arrived = channel()

    def work(self):
        with self:
            for place in self.orders:
                self.fly_to(place)
                self.arrived.send(place.name)

    def go(self, place):
        self.orders.send(place)
        return self.arrived.receive()


def mission(colony, dice):
    engine.say('Mission: find out who lit the beacon')
    sleep(1.0)
    scout = Scout(colony, dice, colony.hub)
    engine.say('A scout leaves the hub')

    richest = max(colony.sectors, key=lambda sector: sector.ore)
    engine.say(f'The scout is at {scout.go(richest)}')
    sleep(0.5)

    lit = channel()
    lamps = ['red', 'amber', 'blue']
    for n, colour in enumerate(lamps):
        call_later(0.4 * (n + 1), lambda colour=colour: lit.send(colour))
    seen = [lit.receive() for _ in lamps]
    engine.say(f"The beacon answers: {', '.join(seen)}")
    if seen == lamps:
        engine.count('beacon in order')

    for station in colony.stations[:2]:
        engine.say(f'The scout asks at station {scout.go(station)}: {station.metal} units of metal')
        sleep(0.3)

    scout.go(colony.hub)
    scout.tasklet.kill()
    engine.say('Mission done: it was the mod, talking to itself')
    engine.count('missions done')
