print("util loads")
n = 7
def helper(): return "helped"
