"""Method calls on ten objects with attributes."""
bm_params = (15_000,)


class Ship:
    def __init__(self, x, speed):
        self.x = x
        self.speed = speed
        self.moves = 0

    def move(self, dt):
        self.x = self.x + self.speed * dt
        self.moves += 1

    def is_beyond(self, limit):
        return self.x > limit

    def turn(self):
        self.x = 0


def run(n):
    ships = [Ship(0, speed) for speed in range(1, 11)]
    turns = 0
    for _ in range(n):
        for ship in ships:
            ship.move(1)
            if ship.is_beyond(100):
                ship.turn()
                turns += 1
    return turns, sum(ship.moves for ship in ships)


def result(n):
    return sum(n // (100 // speed + 1) for speed in range(1, 11)), 10 * n
