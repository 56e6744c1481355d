ROOMS = {
    "hall": {"text": "A dusty hall.", "exits": {"north": "library", "east": "kitchen"}, "items": ["lamp"]},
    "library": {"text": "Books everywhere.", "exits": {"south": "hall"}, "items": ["red book", "blue book"]},
    "kitchen": {"text": "It smells of onions.", "exits": {"west": "hall", "down": "cellar"}, "items": ["knife", "onion"]},
    "cellar": {"text": "Too dark to see.", "exits": {"up": "kitchen"}, "items": ["chest"], "dark": True},
}
SHORT = dict(n="north", s="south", e="east", w="west", u="up", d="down", i="inventory", l="look", x="examine")
STOP = {"the", "a", "an", "at", "to"}
class Ambiguous(Exception): pass
class Game:
    def __init__(self): self.room, self.bag, self.moves, self.over = "hall", [], 0, False
    @property
    def here(self): return ROOMS[self.room]
    def match(self, words, pool):
        found = [i for i in pool if all(w in i.split() for w in words)]
        if len(found) > 1: raise Ambiguous("which: " + " or ".join(sorted(found)) + "?")
        return found[0] if found else None
    def do(self, line):
        words = [SHORT.get(w, w) for w in line.lower().replace(",", " ").split() if w not in STOP]
        if not words: return "Say something."
        verb, *rest = words
        if verb in self.here["exits"] and not rest: verb, rest = "go", [verb]
        handler = getattr(self, f"do_{verb}", None)
        if handler is None: return f"I don't know how to {verb}."
        self.moves += 1
        try: return handler(*rest)
        except Ambiguous as e: return str(e).capitalize()
        except TypeError: return f"{verb.title()} what?"
    def do_look(self):
        if self.here.get("dark") and "lamp" not in self.bag: return "It is dark."
        items = ", ".join(self.here["items"]) or "nothing"
        return f"{self.here['text']} Exits: {' '.join(sorted(self.here['exits']))}. You see {items}."
    def do_go(self, where):
        if where not in self.here["exits"]: return f"You can't go {where}."
        self.room = self.here["exits"][where]
        return self.do_look()
    def do_take(self, first, *rest):
        if first == "all":
            got = self.here["items"][:]
            self.bag += got; self.here["items"].clear()
            return f"Taken: {got}"
        item = self.match((first, *rest), self.here["items"])
        if not item: return f"No {' '.join((first, *rest))} here."
        self.here["items"].remove(item); self.bag.append(item)
        return f"Taken {item}."
    do_get = do_take
    def do_drop(self, *words):
        item = self.match(words, self.bag) if words else None
        if not item: return "You don't have that."
        self.bag.remove(item); self.here["items"].insert(0, item)
        return "Dropped."
    def do_inventory(self): return f"You carry {self.bag or 'nothing'}."
    def do_quit(self):
        self.over = True
        return f"Bye after {self.moves} moves."
g = Game()
for cmd in ["look", "take the lamp", "n", "take book", "take RED book", "get the blue", "i", "south", "dance", "", "up", "e", "take all", "drop", "drop onion", "d", "l", "take chest, ", "go", "u", "l", "take", "quit", "never"]:
    if g.over: break
    print(">", cmd); print(g.do(cmd))
