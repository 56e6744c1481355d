class Player:
    def __init__(self):
        self.pos = None
p = Player()
total = 1 + p.pos.x * 2
