class ItemError(Exception): pass
class Item:
    registry = {}
    def __init_subclass__(cls, **kw):
        super().__init_subclass__(**kw)
        Item.registry[cls.__name__.lower()] = cls
    def __init__(self, name, weight, value=0, stack=1):
        self.name, self.weight, self.value, self.stack = name, weight, value, stack
    def use(self, who): raise ItemError(f"cannot use {self.name}")
    def __repr__(self): return f"<{type(self).__name__} {self.name} x{self.stack}>"
class Potion(Item):
    def __init__(self, name="potion", heal=10, **kw):
        super().__init__(name, 0.5, 25, **kw)
        self.heal = heal
    def use(self, who):
        before = who.hp
        who.hp = min(who.max_hp, who.hp + self.heal)
        return f"{who.name} heals {who.hp - before}"
class Sword(Item):
    def __init__(self, name="sword", damage=5):
        super().__init__(name, 4, 120); self.damage = damage
    def use(self, who):
        who.weapon = self
        return f"{who.name} wields {self.name}"
class Inventory:
    def __init__(self, capacity): self.capacity, self._items = capacity, {}
    @property
    def weight(self): return sum(i.weight * i.stack for i in self)
    def __iter__(self): return iter(self._items.values())
    def __len__(self): return sum(i.stack for i in self)
    def __contains__(self, name): return name in self._items
    def __getitem__(self, name):
        try: return self._items[name]
        except KeyError: raise ItemError(f"no {name}") from None
    def add(self, item):
        if self.weight + item.weight * item.stack > self.capacity:
            raise ItemError(f"{item.name} is too heavy ({self.weight + item.weight * item.stack} > {self.capacity})")
        if item.name in self: self[item.name].stack += item.stack
        else: self._items[item.name] = item
    def remove(self, name, n=1):
        item = self[name]
        if item.stack < n: raise ItemError(f"only {item.stack} {name}")
        item.stack -= n
        if not item.stack: del self._items[name]
class Hero:
    max_hp = 50
    def __init__(self, name): self.name, self.hp, self.weapon, self.bag = name, 20, None, Inventory(10)
    def use(self, name):
        item = self.bag[name]
        msg = item.use(self)
        if isinstance(item, Potion): self.bag.remove(name)
        return msg
h = Hero("Mia")
def attempt(f, *a):
    try: print(f(*a))
    except ItemError as e: print("!", e)
attempt(h.bag.add, Potion(stack=3)); attempt(h.bag.add, Sword()); attempt(h.bag.add, Item("anvil", 50)); attempt(h.bag.add, Item("rock", 1))
print(list(h.bag), len(h.bag), h.bag.weight, "sword" in h.bag, sorted(Item.registry))
for what in ("potion", "sword", "rock", "wand", "potion", "potion", "potion"): attempt(h.use, what)
print(h.hp, h.weapon, list(h.bag), sum(i.value * i.stack for i in h.bag))
attempt(h.bag.remove, "rock", 2); attempt(h.bag.remove, "rock"); print(len(h.bag))
print(Item.registry["potion"](heal=99).use(h), h.hp)
