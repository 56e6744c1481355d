"""A dungeon from a seed: rooms and corridors, field of view, monsters that hunt, a scripted player, save and load."""
WIDTH, HEIGHT, ROOMS = 44, 16, 7
WALL, FLOOR, DOOR, STAIRS = "#.+>"


def lcg(seed):
    while True:
        seed = (seed * 6364136223846793005 + 1442695040888963407) % 2**64
        yield seed >> 33


class Dice:
    def __init__(self, seed):
        self.seed, self.used, self.stream = seed, 0, lcg(seed)

    def __call__(self, low, high):
        self.used += 1
        return low + next(self.stream) % (high - low + 1)

    @classmethod
    def restore(cls, seed, used):
        dice = cls(seed)
        for _ in range(used):
            next(dice.stream)
        dice.used = used
        return dice


class Rect:
    def __init__(self, x, y, w, h):
        self.x1, self.y1, self.x2, self.y2 = x, y, x + w, y + h

    @property
    def centre(self):
        return (self.x1 + self.x2) // 2, (self.y1 + self.y2) // 2

    def __and__(self, other):
        return self.x1 <= other.x2 + 1 and self.x2 >= other.x1 - 1 and self.y1 <= other.y2 + 1 and self.y2 >= other.y1 - 1

    def __iter__(self):
        for y in range(self.y1, self.y2):
            for x in range(self.x1, self.x2):
                yield x, y


class Level:
    def __init__(self, dice):
        self.cells = {}
        self.rooms = []
        for _ in range(200):
            w, h = dice(4, 9), dice(3, 5)
            room = Rect(dice(1, WIDTH - w - 2), dice(1, HEIGHT - h - 2), w, h)
            if not any(room & other for other in self.rooms):
                self.rooms.append(room)
                if len(self.rooms) == ROOMS:
                    break
        self.rooms.sort(key=lambda r: r.centre)
        for room in self.rooms:
            for cell in room:
                self.cells[cell] = FLOOR
        for a, b in zip(self.rooms, self.rooms[1:]):
            self.corridor(a.centre, b.centre, dice(0, 1))
        self.cells[self.rooms[-1].centre] = STAIRS

    def corridor(self, start, end, horizontal_first):
        (x1, y1), (x2, y2) = start, end
        bend = (x2, y1) if horizontal_first else (x1, y2)
        for (ax, ay), (bx, by) in ((start, bend), (bend, end)):
            for x in range(min(ax, bx), max(ax, bx) + 1):
                for y in range(min(ay, by), max(ay, by) + 1):
                    self.cells.setdefault((x, y), FLOOR)

    def walkable(self, cell):
        return self.cells.get(cell, WALL) != WALL

    def neighbours(self, cell):
        x, y = cell
        return [c for c in ((x, y - 1), (x + 1, y), (x, y + 1), (x - 1, y)) if self.walkable(c)]

    def distances(self, *goals):
        """Breadth first from the goals: every walkable cell's distance."""
        found = dict.fromkeys(goals, 0)
        queue = list(goals)
        for cell in queue:
            for n in self.neighbours(cell):
                if n not in found:
                    found[n] = found[cell] + 1
                    queue.append(n)
        return found

    def sees(self, a, b):
        """Bresenham; walls block."""
        (x, y), (x2, y2) = a, b
        dx, dy = abs(x2 - x), -abs(y2 - y)
        sx, sy = (1 if x < x2 else -1), (1 if y < y2 else -1)
        err = dx + dy
        while (x, y) != (x2, y2):
            if not self.walkable((x, y)):
                return False
            e2 = 2 * err
            if e2 >= dy:
                err += dy
                x += sx
            if e2 <= dx:
                err += dx
                y += sy
        return True

    def visible(self, origin, radius=7):
        ox, oy = origin
        return {
            (x, y)
            for x in range(ox - radius, ox + radius + 1)
            for y in range(oy - radius, oy + radius + 1)
            if (x - ox) ** 2 + (y - oy) ** 2 <= radius**2 and self.sees(origin, (x, y))
        }


class Creature:
    glyph, max_hp, attack, defence = "?", 1, (1, 1), 0
    kinds = {}

    def __init_subclass__(cls):
        Creature.kinds[cls.__name__] = cls

    def __init__(self, pos):
        self.pos, self.hp = pos, self.max_hp

    alive = property(lambda self: self.hp > 0)

    def hit(self, other, game):
        damage = max(0, game.dice(*self.attack) - other.defence)
        other.hp -= damage
        game.say(f"{self} hits {other} for {damage}" if damage else f"{self} misses {other}")
        if not other.alive:
            game.say(f"{other} dies")
            other.died(game)

    def died(self, game):
        game.creatures.remove(self)

    def __str__(self):
        return type(self).__name__.lower()

    def dump(self):
        return {"kind": type(self).__name__, "pos": list(self.pos), "hp": self.hp}

    @staticmethod
    def load(data):
        creature = Creature.kinds[data["kind"]](tuple(data["pos"]))
        creature.hp = data["hp"]
        return creature


class Player(Creature):
    glyph, max_hp, attack, defence = "@", 30, (2, 7), 1

    def __init__(self, pos):
        super().__init__(pos)
        self.kills = 0

    def died(self, game):
        game.over = "you died"

    def act(self, game):
        foes = [c for c in game.creatures if c is not self and abs(c.pos[0] - self.pos[0]) + abs(c.pos[1] - self.pos[1]) == 1]
        if foes:
            foe = min(foes, key=lambda c: (c.hp, c.pos))
            self.hit(foe, game)
            self.kills += not foe.alive
            return
        target = game.to_stairs
        self.pos = min(game.free_neighbours(self.pos), key=lambda c: (target[c], c), default=self.pos)
        if self.pos == game.stairs:
            game.over = "you found the stairs"


class Rat(Creature):
    glyph, max_hp, attack = "r", 5, (0, 3)

    def act(self, game):
        me = game.player.pos
        if self.pos in game.seen_now:
            path = game.to_player
            step = min(game.level.neighbours(self.pos), key=lambda c: (path[c], c))
            if step == me:
                self.hit(game.player, game)
            elif step in game.free_neighbours(self.pos):
                self.pos = step
        elif options := game.free_neighbours(self.pos):
            self.pos = options[game.dice(0, len(options) - 1)]


class Orc(Rat):
    glyph, max_hp, attack, defence = "o", 12, (1, 6), 1

    def act(self, game):
        if game.turn % 2 == 0:
            super().act(game)


class Game:
    def __init__(self, seed, populate=True):
        self.dice = Dice(seed)
        self.level = Level(self.dice)
        self.player = Player(self.level.rooms[0].centre)
        self.stairs = self.level.rooms[-1].centre
        self.to_stairs = self.level.distances(self.stairs)
        self.creatures = [self.player]
        self.turn, self.over, self.messages, self.known = 0, None, [], set()
        if populate:
            for room in self.level.rooms[1:]:
                for _ in range(self.dice(1, 2)):
                    kind = Orc if self.dice(1, 3) == 1 else Rat
                    cells = [c for c in room if c not in {k.pos for k in self.creatures} and c != self.stairs]
                    self.creatures.append(kind(cells[self.dice(0, len(cells) - 1)]))

    def say(self, text):
        self.messages.append(f"{self.turn:3} {text}")

    def free_neighbours(self, cell):
        taken = {c.pos for c in self.creatures}
        return [n for n in self.level.neighbours(cell) if n not in taken]

    def play(self, turns):
        for _ in range(turns):
            if self.over:
                break
            self.turn += 1
            self.seen_now = self.level.visible(self.player.pos)
            self.known |= self.seen_now
            self.player.act(self)
            self.to_player = self.level.distances(self.player.pos)
            for creature in self.creatures[1:]:
                if creature.alive and not self.over:
                    creature.act(self)
        return self

    def picture(self, everything=False):
        at = {c.pos: c.glyph for c in reversed(self.creatures)}
        for y in range(HEIGHT):
            row = ""
            for x in range(WIDTH):
                cell = x, y
                row += at.get(cell) or self.level.cells.get(cell, WALL) if everything or cell in self.known else " "
            if row.strip():
                yield row.rstrip()

    def save(self):
        state = {"seed": self.dice.seed, "used": self.dice.used, "turn": self.turn, "kills": self.player.kills}
        state["creatures"] = [c.dump() for c in self.creatures]
        state["known"] = sorted(self.known)
        return repr(state)

    @classmethod
    def load(cls, text):
        state = eval(text)
        game = cls(state["seed"], populate=False)
        game.dice = Dice.restore(state["seed"], state["used"])
        game.creatures = [Creature.load(c) for c in state["creatures"]]
        game.player = game.creatures[0]
        game.player.kills = state["kills"]
        game.turn = state["turn"]
        game.known = set(map(tuple, state["known"]))
        return game


def main():
    game = Game(7)
    print(*game.picture(everything=True), sep="\n")
    game.play(12)
    saved = game.save()
    print(*game.picture(), sep="\n")
    game.play(200)
    print(*game.messages, sep="\n")
    print(game.over, game.turn, game.player.hp, game.player.kills, len(game.creatures), len(game.known))
    again = Game.load(saved).play(200)
    print(again.over == game.over, again.turn == game.turn, again.save() == game.save(), game.messages[-len(again.messages) :] == again.messages)
    results = {}
    for seed in range(3):
        g = Game(seed).play(120)
        results.setdefault(g.over, []).append((seed, g.turn, g.player.hp))
    for how in sorted(results, key=str):
        print(how, results[how])


if __name__ == "__main__":
    main()
