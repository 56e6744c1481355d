import helper
from helper import value, double as dbl
import helper as h
print(helper.value, value, dbl(4), h is helper, helper.__name__, __name__, type(helper).__name__)
helper.value = 99
print(value, h.value, helper.counter())
import helper
print(helper.counter(), "helper" in dir(), repr(helper).startswith("<module 'helper' from "))
from helper import *
print(public, "_private" in globals(), helper._private)
print(helper.__doc__, helper.__file__.endswith("helper.py"), helper.__package__ == "")
