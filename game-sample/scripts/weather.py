"""Meteors. A ship that is hit is killed: it frees its berth, drops out of whatever queue it is in, and leaves the map."""
import engine
from clock import call_later, sleep


def meteors(fleet, dice):
    while True:
        sleep(dice.spread(2.0, 4.0))
        for _ in range(1 + len(fleet.ships) // 100):
            strike(fleet, dice.roll(len(fleet.ships)))


def strike(fleet, index):
    ship = fleet.ships[index]
    if not ship.tasklet.alive:  # already wrecked, and not yet replaced
        return
    ship.tasklet.kill()
    engine.count('ships lost')
    engine.say(f'A meteor hits a {ship.kind}; the yard builds another')
    call_later(1.5, lambda: fleet.replace(index))
