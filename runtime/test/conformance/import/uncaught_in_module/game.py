import rules
def start():
    rules.check(5)
