"""What all ships have in common."""
import engine
from clock import sleep
from stackless import tasklet


class Ship:
    kind = 'ship'
    speed = 12.0  # cells of the map in a second

    def __init__(self, colony, dice, at):
        self.colony = colony
        self.dice = dice
        self.x = at.x
        self.y = at.y
        self.id = 0
        self.tasklet = tasklet(self.work)()

    def work(self):
        """The life of a ship: `with self:` round everything it does."""
        raise NotImplementedError(f'{self.kind} has nothing to do')

    def __enter__(self):
        self.id = engine.spawn(self.kind, self.x, self.y)
        return self

    def __exit__(self, kind, value, traceback):
        """However its life ends, the ship leaves the map."""
        engine.remove(self.id)

    def fly_to(self, place):
        """Sleeps for as long as the engine takes to move the ship."""
        dx = place.x - self.x
        dy = place.y - self.y
        seconds = (dx * dx + dy * dy) ** 0.5 / self.speed
        engine.fly(self.id, place.x, place.y, seconds)
        sleep(seconds)
        self.x = place.x
        self.y = place.y
