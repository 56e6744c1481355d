"""The places of the belt: sectors of rocks where ore is dug, stations that refine and trade it, and the hub that buys the metal."""
import engine
import settings
from clock import sleep, start
from locks import Semaphore
from stackless import atomic, channel


class Place:
    def __init__(self, kind, name, x, y):
        self.name = name
        self.x = x
        self.y = y
        self.id = engine.place(kind, name, x, y)

    def distance(self, other):
        return ((self.x - other.x) ** 2 + (self.y - other.y) ** 2) ** 0.5

    def __repr__(self):
        return f'<{type(self).__name__} {self.name}>'


class Cargo:
    """Ore, and the account that is to be paid for it."""

    __slots__ = ('units', 'owner')

    def __init__(self, units, owner):
        self.units = units
        self.owner = owner


class Sector(Place):
    """A cluster of rocks. Miners leave with haulers what they have dug: whoever comes first waits for the other."""

    RICHNESS = 400

    def __init__(self, name, x, y, guild):
        super().__init__('rock', name, x, y)
        self.ore = self.RICHNESS
        self.guild = guild
        self.pickup = channel()

    def dig(self, units):
        with atomic():
            units = min(units, self.ore)
            self.ore -= units
        return units

    def drift(self, units):
        """New rocks drift in from the belt."""
        with atomic():
            self.ore = min(self.ore + units, self.RICHNESS)


class Buy:
    """An order to a market; the answer comes on the channel `reply` as (units, credits)."""

    __match_args__ = ('units', 'account')
    __slots__ = ('units', 'account', 'reply')

    def __init__(self, units, account):
        self.units = units
        self.account = account
        self.reply = channel()


class Sell(Buy):
    __slots__ = ()


class Market(Place):
    """Somewhere to dock and to trade. One clerk, a tasklet, serves the orders one after the other."""

    def __init__(self, kind, name, x, y, bank, credits, berths):
        super().__init__(kind, name, x, y)
        self.bank = bank
        self.account = bank.open(name, credits)
        self.metal = 0
        self.berths = Semaphore(berths)
        self.orders = channel()
        start(self.clerk)

    @property
    def price(self):
        """Credits a unit of metal: high where it is scarce."""
        return max(4, 20 - self.metal // 50)

    def clerk(self):
        for order in self.orders:
            match order:
                case Sell(units, seller):
                    paid = self.bank.transfer(self.account, seller, units * self.price)
                    self.metal += units
                case Buy(units, buyer):
                    units = min(units, self.metal, buyer.credits // self.price)
                    paid = self.bank.transfer(buyer, self.account, units * self.price)
                    self.metal -= units
                case _:
                    raise TypeError(f'{self.name} trades no {order!r}')
            order.reply.send((units, paid))

    def trade(self, order):
        """Gives the clerk an order and waits for the answer."""
        self.orders.send(order)
        return order.reply.receive()


class Station(Market):
    """A market with a refinery."""

    ORE_PRICE = 3

    def __init__(self, name, x, y, bank):
        super().__init__('station', name, x, y, bank, credits=20_000, berths=3)
        self.ore = channel()
        start(self.refinery)

    def refinery(self):
        for cargo in self.ore:
            sleep(0.02 * cargo.units)
            self.bank.transfer(self.account, cargo.owner, cargo.units * self.ORE_PRICE)
            self.metal += cargo.units
            engine.count('ore refined', cargo.units)


class Hub(Market):
    """Where metal leaves the colony. What it pays with comes back as supplies: the guilds' savings."""

    def __init__(self, x, y, bank):
        super().__init__('hub', 'Hub', x, y, bank, credits=200_000, berths=6)

    @property
    def price(self):
        return 24

    def ship_out(self):
        engine.count('metal shipped', self.metal)
        self.metal = 0


class Colony:
    def __init__(self, bank, dice):
        self.bank = bank
        self.guilds = {kind: bank.open(f'{kind}s', 5_000) for kind in ('miner', 'hauler', 'trader')}
        width, height = settings.width, settings.height
        self.hub = Hub(width / 2, height / 2, bank)
        self.stations = [
            Station(chr(65 + n), dice.spread(0.12, 0.88) * width, dice.spread(0.12, 0.88) * height, bank)
            for n in range(settings.stations)
        ]
        self.sectors = [
            Sector(f'sector {n + 1}', dice.spread(0.02, 0.98) * width, dice.spread(0.05, 0.95) * height, self.guilds['miner'])
            for n in range(settings.sectors)
        ]

    def turn(self, dice):
        """What happens about twice a second: rocks drift, metal leaves, savings are spent."""
        for _ in range(1 + len(self.sectors) // 8):
            dice.pick(self.sectors).drift(150)
        self.hub.ship_out()
        for guild in self.guilds.values():
            self.bank.transfer(guild, self.hub.account, max(0, guild.credits - 5_000) // 2)

    def waiting_sectors(self):
        """Where miners wait for a hauler."""
        return [sector for sector in self.sectors if sector.pickup.balance > 0]
