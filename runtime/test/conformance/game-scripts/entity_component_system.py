class World:
    def __init__(self): self.next, self.comps, self.systems, self.dead = 1, {}, [], []
    def create(self, *comps):
        e = self.next; self.next += 1
        for c in comps: self.add(e, c)
        return e
    def add(self, e, c): self.comps.setdefault(type(c), {})[e] = c
    def get(self, e, t): return self.comps.get(t, {}).get(e)
    def view(self, *types):
        first, *rest = [self.comps.get(t, {}) for t in types]
        for e in list(first):
            if all(e in r for r in rest):
                yield (e, first[e], *(r[e] for r in rest))
    def kill(self, e): self.dead.append(e)
    def system(self, *types, order=0):
        def deco(f):
            self.systems.append((order, len(self.systems), types, f))
            self.systems.sort()
            return f
        return deco
    def step(self, dt):
        for _, _, types, f in self.systems:
            for row in self.view(*types): f(self, dt, *row)
        for e in self.dead:
            for table in self.comps.values(): table.pop(e, None)
        n = len(self.dead); self.dead.clear()
        return n
def component(cls):
    names = list(cls.__annotations__)
    def __init__(self, *args, **kw):
        for n, v in {**{n: getattr(cls, n) for n in names if hasattr(cls, n)}, **dict(zip(names, args)), **kw}.items(): setattr(self, n, v)
    cls.__init__ = __init__
    cls.__repr__ = lambda self: f"{cls.__name__}({', '.join(f'{n}={getattr(self, n)!r}' for n in names)})"
    return cls
@component
class Pos:
    x: float
    y: float = 0.0
@component
class Vel:
    dx: float = 0.0
    dy: float = 0.0
@component
class Health:
    hp: int = 10
@component
class Timer:
    left: float
    action: object = None
w = World()
log = []
@w.system(Pos, Vel, order=1)
def move(w, dt, e, p, v): p.x += v.dx * dt; p.y += v.dy * dt
@w.system(Timer, order=0)
def tick(w, dt, e, t):
    t.left -= dt
    if t.left <= 0: t.action and t.action(w, e); w.comps[Timer].pop(e)
@w.system(Health, order=9)
def die(w, dt, e, h):
    if h.hp <= 0: log.append(f"{e} died"); w.kill(e)
@w.system(Pos, Health, order=2)
def wall(w, dt, e, p, h):
    if p.x > 3: h.hp -= 4
a = w.create(Pos(0, y=1), Vel(1.0), Health())
b = w.create(Pos(2.5), Vel(dx=0.5, dy=-1), Health(hp=5))
c = w.create(Pos(9), Timer(1.5, lambda w, e: log.append(f"boom {e}") or w.create(Pos(0), Health(0))))
for f in range(6):
    print(f, w.step(0.5), [(e, repr(p)) for e, p in w.view(Pos)][:3], len(w.comps[Health]))
print(log, w.get(a, Health), w.get(b, Health), w.get(99, Pos), [s[3].__name__ for s in w.systems])
