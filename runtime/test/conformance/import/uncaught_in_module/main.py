print("main starts")
from game import start
start()
