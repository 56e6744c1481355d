print("a starts")
name = "module a"
import b
def get_from_b(): return b.back()
print("a ends")
