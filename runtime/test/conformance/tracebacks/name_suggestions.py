import sys
def show(f):
    try:
        f()
    except Exception:
        sys.excepthook(*sys.exc_info())
player_health = 10
class Ship:
    def __init__(self): self.shields = 1
    def fire(self): pass
def local():
    counter = 1
    return conter
show(lambda: player_heath)
show(local)
show(lambda: Ship().sheilds)
show(lambda: Ship().fier())
show(lambda: [].apend(1))
show(lambda: pritn("x"))
show(lambda: completely_different)
show(lambda: "abc".uper())
show(lambda: math.pi)
show(lambda: Ship.fir)
class Own:
    attribute = 1
    def m(self): return attribut
show(lambda: Own().m())
