SUCCESS, FAILURE, RUNNING = "success", "failure", "running"
class Node:
    def __init__(self, *children, name=None): self.children, self.name = children, name or type(self).__name__
    def tick(self, bb): raise NotImplementedError(self.name)
class Sequence(Node):
    i = 0
    def tick(self, bb):
        while self.i < len(self.children):
            s = self.children[self.i].tick(bb)
            if s == RUNNING: return s
            if s == FAILURE:
                self.i = 0
                return s
            self.i += 1
        self.i = 0
        return SUCCESS
class Selector(Node):
    def tick(self, bb):
        for c in self.children:
            s = c.tick(bb)
            if s != FAILURE: return s
        return FAILURE
class Inverter(Node):
    def tick(self, bb): return {SUCCESS: FAILURE, FAILURE: SUCCESS}.get(s := self.children[0].tick(bb), s)
class Condition(Node):
    def __init__(self, test, name): super().__init__(name=name); self.test = test
    def tick(self, bb):
        ok = bool(self.test(bb)); bb["trace"].append(f"{self.name}?{'y' if ok else 'n'}")
        return SUCCESS if ok else FAILURE
class Action(Node):
    def __init__(self, gen, name=None): super().__init__(name=name or gen.__name__); self.gen, self.run = gen, None
    def tick(self, bb):
        if self.run is None: self.run = self.gen(bb)
        try:
            next(self.run); bb["trace"].append(self.name + "...")
            return RUNNING
        except StopIteration as e:
            self.run = None; bb["trace"].append(self.name + "!")
            return FAILURE if e.value is False else SUCCESS
def walk(bb):
    while bb["dist"] > 0:
        bb["dist"] -= 1
        yield
def attack(bb):
    yield
    bb["enemy"] -= 4
    return bb["enemy"] > 0 or None
def heal(bb):
    bb["hp"] += 5
    yield
def rest(bb):
    bb["rests"] = bb.get("rests", 0) + 1
    return bb["rests"] < 2
    yield
tree = Selector(
    Sequence(Condition(lambda b: b["hp"] < 5, "weak"), Action(heal)),
    Sequence(Inverter(Condition(lambda b: b["enemy"] <= 0, "dead")), Action(walk), Action(attack)),
    Action(rest),
)
bb = {"hp": 3, "enemy": 7, "dist": 2, "trace": []}
for t in range(12):
    bb["trace"] = []
    print(t, tree.tick(bb), " ".join(bb["trace"]))
print({k: v for k, v in bb.items() if k != "trace"})
try: Node(name="abstract").tick(bb)
except NotImplementedError as e: print(repr(e))
