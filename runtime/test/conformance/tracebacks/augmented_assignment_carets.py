class Bank: pass
b = Bank()
b.gold = None
b.gold += 5 * 2
