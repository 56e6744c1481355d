class State:
    name = "state"
    def enter(self, m): m.log(f"enter {self.name}")
    def exit(self, m): m.log(f"exit {self.name}")
    def handle(self, m, event, *args):
        method = getattr(self, "on_" + event, None)
        if method is None:
            m.log(f"{self.name} ignores {event}")
            return None
        return method(m, *args)
class Idle(State):
    name = "idle"
    def on_see(self, m, who):
        m.target = who
        return Chase
class Chase(State):
    name = "chase"
    def __init__(self): self.steps = 0
    def on_tick(self, m):
        self.steps += 1
        if self.steps >= 3:
            m.log(f"reached {m.target}")
            return Attack
    def on_lost(self, m): return Idle
class Attack(Chase):
    name = "attack"
    def on_tick(self, m):
        m.log("hit " + m.target)
        m.hits = m.hits + 1
        if m.hits == 2: return Flee
    def exit(self, m):
        super().exit(m)
        m.target = None
class Flee(State):
    name = "flee"
    def on_tick(self, m): return Idle if m.hits % 2 == 0 else None
class Machine:
    def __init__(self, start):
        self.lines, self.hits, self.target, self.history = [], 0, None, []
        self.state = None
        self.change(start)
    def log(self, text): self.lines.append(text)
    def change(self, cls):
        if self.state: self.state.exit(self)
        self.history.append(cls.name)
        self.state = cls()
        self.state.enter(self)
    def send(self, event, *args):
        nxt = self.state.handle(self, event, *args)
        if nxt: self.change(nxt)
        return self
m = Machine(Idle)
m.send("tick").send("see", "orc").send("tick").send("lost").send("see", "elf")
for _ in range(3): m.send("tick")
m.send("dance")
for _ in range(4): m.send("tick")
print("\n".join(m.lines))
print(m.history, m.hits, m.target, type(m.state).__name__)
try: m.send("see")
except TypeError as e: print(e)
table = {("red", "timer"): "green", ("green", "timer"): "yellow", ("yellow", "timer"): "red", ("*", "power"): "off"}
s = "red"
for ev in ["timer"] * 4 + ["power", "timer"]:
    s = table.get((s, ev), table.get(("*", ev), s))
    print(s, end=" ")
print()
