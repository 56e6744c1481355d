def deco(f):
    def wrapper(*a):
        return f(*a)
    return wrapper
@deco
def target(a, b=[]):
    return a[b]
target(5)
