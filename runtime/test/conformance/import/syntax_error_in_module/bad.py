def fine(): pass
if True
    pass
