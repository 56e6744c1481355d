class Base:
    def __init__(self, v):
        self.v = int(v)
class Child(Base):
    def __init__(self, v):
        super().__init__(v)
Child("12a")
