"""A deterministic colony: miners, haulers and a market, driven by generators, with events and a closing report."""
from collections import namedtuple


class Rng:
    """Park-Miner: small, exact, the same everywhere."""

    def __init__(self, seed):
        self.state = seed % 2147483647 or 1

    def next(self):
        self.state = self.state * 48271 % 2147483647
        return self.state

    def below(self, n):
        return self.next() % n

    def chance(self, percent):
        return self.below(100) < percent

    def pick(self, items):
        return items[self.below(len(items))]


Order = namedtuple("Order", "kind amount price")
ORES = ("iron", "ice", "gold")


class ColonyError(Exception):
    """Anything a worker can get wrong."""


class Breakdown(ColonyError):
    def __init__(self, who, hours):
        super().__init__(f"{who} breaks down for {hours} h")
        self.hours = hours


class Full(ColonyError):
    pass


class Stock:
    def __init__(self, capacity):
        self.capacity = capacity
        self.items = dict.fromkeys(ORES, 0)

    def __len__(self):
        return sum(self.items.values())

    def __contains__(self, ore):
        return self.items.get(ore, 0) > 0

    def __getitem__(self, ore):
        return self.items[ore]

    def __iadd__(self, load):
        for ore, n in load.items():
            room = self.capacity - len(self)
            if n > room:
                self.items[ore] += room
                raise Full(f"{n - room} {ore} lost, the store is full")
            self.items[ore] += n
        return self

    def take(self, ore, n):
        n = min(n, self.items[ore])
        self.items[ore] -= n
        return n

    def __format__(self, spec):
        width = spec or "0"
        return " ".join(f"{ore}={n:{width}}" for ore, n in self.items.items())


class Asteroid:
    __slots__ = ("name", "ore", "left", "distance")

    def __init__(self, name, ore, left, distance):
        self.name, self.ore, self.left, self.distance = name, ore, left, distance

    def dig(self, n):
        got = min(n, self.left)
        self.left -= got
        return got

    @property
    def empty(self):
        return self.left == 0

    def __repr__(self):
        return f"<{self.name}: {self.left} {self.ore}>"


class Worker:
    count = 0
    speed = 1

    def __init_subclass__(cls, /, speed=1, **kwargs):
        super().__init_subclass__(**kwargs)
        cls.speed = speed

    def __init__(self, colony):
        type(self).count += 1
        self.colony = colony
        self.name = f"{type(self).__name__.lower()}-{type(self).count}"
        self.busy = 0
        self.task = self.work()

    def step(self):
        """One hour. Generators keep the place in the worker's day."""
        if self.busy:
            self.busy -= 1
            return
        try:
            wait = next(self.task)
        except StopIteration as stop:
            self.colony.retire(self, stop.value)
        except Breakdown as trouble:
            self.colony.log(str(trouble))
            self.busy = trouble.hours
            self.task = self.work()
        else:
            self.busy = wait or 0

    def work(self):
        raise NotImplementedError


class Miner(Worker, speed=7):
    def work(self):
        dug = 0
        while (rock := self.colony.best_rock()) is not None:
            yield rock.distance // 2
            for _ in range(3):
                if rock.empty:
                    break
                got = rock.dig(self.speed)
                dug += got
                self.colony.pile[rock.ore] = self.colony.pile.get(rock.ore, 0) + got
                if self.colony.rng.chance(6):
                    raise Breakdown(self.name, 2 + self.colony.rng.below(4))
                yield
        return f"{dug} dug since the last repair"


class Hauler(Worker, speed=20):
    def work(self):
        trips = 0
        idle = 0
        while idle < 6:
            load = {}
            for ore in sorted(self.colony.pile, key=self.colony.pile.get, reverse=True):
                room = self.speed - sum(load.values())
                if not room:
                    break
                if n := min(room, self.colony.pile[ore]):
                    load[ore] = n
                    self.colony.pile[ore] -= n
            if not load:
                idle += 1
                yield
                continue
            idle = 0
            yield 2
            try:
                self.colony.store += load
            except Full as e:
                self.colony.log(f"{self.name}: {e}")
            finally:
                trips += 1
        return f"{trips} trips"


class Market:
    def __init__(self, rng):
        self.rng = rng
        self.price = {"iron": 3, "ice": 5, "gold": 20}
        self.orders = []

    def tick(self):
        for ore in self.price:
            change = self.rng.below(3) - 1
            self.price[ore] = max(1, self.price[ore] + change)
        if self.rng.chance(40):
            ore = self.rng.pick(ORES)
            self.orders.append(Order(ore, 5 + self.rng.below(15), self.price[ore] + self.rng.below(4)))

    def serve(self, store):
        """Sells to the best payer first; unserved orders stay."""
        income = 0
        for order in sorted(self.orders, key=lambda o: (-o.price, o.kind, o.amount)):
            if order.kind in store and store[order.kind] >= order.amount:
                income += store.take(order.kind, order.amount) * order.price
                self.orders.remove(order)
        return income


class Colony:
    def __init__(self, seed):
        self.rng = Rng(seed)
        self.hour = 0
        self.gold = 100
        self.store = Stock(120)
        self.pile = {}
        self.lines = []
        self.market = Market(Rng(seed + 1))
        self.rocks = [
            Asteroid(f"{letter}{number}", self.rng.pick(ORES), 40 + self.rng.below(60), 1 + self.rng.below(6))
            for letter in "AB"
            for number in range(1, 4)
        ]
        self.workers = [Miner(self) for _ in range(3)] + [Hauler(self) for _ in range(2)]
        self.retired = []

    def log(self, text):
        self.lines.append(f"{self.hour:4} {text}")

    def best_rock(self):
        rocks = [r for r in self.rocks if not r.empty]
        return max(rocks, key=lambda r: (self.market.price[r.ore] / r.distance, r.name), default=None)

    def retire(self, worker, why):
        self.retired.append(worker)
        self.log(f"{worker.name} retires: {why}")

    def run(self, hours):
        for self.hour in range(1, hours + 1):
            self.market.tick()
            for worker in list(self.workers):
                worker.step()
            self.workers = [w for w in self.workers if w not in self.retired]
            if income := self.market.serve(self.store):
                self.gold += income
                self.log(f"sold for {income}, now {self.gold} gold, store {self.store:2}")
            if not self.workers:
                self.log("everybody went home")
                break
        return self.gold


def main():
    colony = Colony(2024)
    print(*colony.rocks)
    result = colony.run(300)
    for line in colony.lines[:12]:
        print(line)
    print(f"... {len(colony.lines) - 24} more ...")
    for line in colony.lines[-12:]:
        print(line)
    print(result, colony.hour, len(colony.store), f"{colony.store}", colony.pile)
    print([r for r in colony.rocks if not r.empty], len(colony.market.orders))
    by_kind = {}
    for worker in colony.retired:
        by_kind.setdefault(type(worker).__name__, []).append(worker.name)
    print(by_kind, Miner.count, Hauler.count, Worker.count, Miner.speed, Worker.speed)
    try:
        Worker(colony).step()
    except NotImplementedError as e:
        print("abstract:", repr(e))


if __name__ == "__main__":
    main()
