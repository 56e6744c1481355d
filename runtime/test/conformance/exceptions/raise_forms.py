def attempt(f):
    try: f()
    except BaseException as e: print(type(e).__name__, e.args)
def r1(): raise ValueError
def r2(): raise ValueError("msg")
def r3(): raise ValueError("a", 1)
def r4(): raise
def r5(): raise 5
def r6(): raise "str"
def r7(): raise int
def r8(): raise ValueError from 5
def r9(): raise None
def r10(): raise type("Dyn", (Exception,), {})("dyn")
def r11(): raise [ValueError]
class NeedsArg(Exception):
    def __init__(self, a): super().__init__(a)
def r12(): raise NeedsArg
class NotExc(Exception):
    def __new__(cls): return 5
def r13(): raise NotExc
for f in (r1, r2, r3, r4, r5, r6, r7, r8, r9, r10, r11, r12, r13): attempt(f)
try:
    try: raise ValueError("again")
    except ValueError: raise
except ValueError as e: print("reraised", e)
def helper(): raise
try:
    try: 1 / 0
    except ZeroDivisionError: helper()
except ZeroDivisionError as e: print("reraised from helper", e)
