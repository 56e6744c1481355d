class Signal:
    def __init__(self): self.slots = []
    def connect(self, f, priority=0):
        self.slots.append((priority, len(self.slots), f))
        self.slots.sort(key=lambda s: (-s[0], s[1]))
        return lambda: self.slots.remove(next(s for s in self.slots if s[2] is f))
    def __call__(self, *a, **k): return [f(*a, **k) for _, _, f in list(self.slots)]
class observable:
    def __init__(self, default=None): self.default = default
    def __set_name__(self, owner, name):
        self.name, self.slot = name, "_obs_" + name
    def __get__(self, o, t=None): return self if o is None else getattr(o, self.slot, self.default)
    def __set__(self, o, v):
        old = self.__get__(o)
        if old == v: return
        setattr(o, self.slot, v)
        o.changed(self.name, old, v)
class Unit:
    hp = observable(10); name = observable("?")
    def __init__(self, **kw):
        self.changed = Signal()
        for k, v in kw.items(): setattr(self, k, v)
class Command:
    def __init__(self, obj, attr, value): self.obj, self.attr, self.value = obj, attr, value
    def do(self): self.old = getattr(self.obj, self.attr); setattr(self.obj, self.attr, self.value)
    def undo(self): setattr(self.obj, self.attr, self.old)
class History:
    def __init__(self): self.done, self.undone = [], []
    def run(self, c): c.do(); self.done.append(c); self.undone.clear()
    def undo(self):
        if not self.done: return False
        self.undone.append(c := self.done.pop()); c.undo()
        return True
    def redo(self):
        if not self.undone: return False
        self.done.append(c := self.undone.pop()); c.do()
        return True
u = Unit(name="orc")
log = []
off = u.changed.connect(lambda *a: log.append(a))
u.changed.connect(lambda n, o, v: log.append(("first", n)), priority=5)
h = History()
h.run(Command(u, "hp", 7)); h.run(Command(u, "hp", 3)); h.run(Command(u, "name", "ogre"))
print(u.hp, u.name, log); log.clear()
print(h.undo(), h.undo(), u.hp, u.name, h.redo(), u.hp, h.redo(), h.redo(), u.name)
off(); log.clear()
u.hp = 99; u.hp = 99
print(log, type(Unit.hp).__name__, vars(u).keys() - {"changed"} == {"_obs_hp", "_obs_name"})
while h.undo(): pass
print(u.hp, u.name, len(h.undone))
h.run(Command(u, "hp", 1)); print(h.redo(), [c.attr for c in h.done])
