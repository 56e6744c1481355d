"""Helper doc."""
print("loading helper")
value = 5
public = "pub"
_private = "priv"
_n = 0
def double(x): return x * 2
def counter():
    global _n
    _n += 1
    return _n
if __name__ == "__main__":
    print("never when imported")
