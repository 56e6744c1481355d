print("b starts")
import a
name = "module b"
print("b sees", a.name, hasattr(a, "get_from_b"))
def back(): return a.name + " via b"
print("b ends")
