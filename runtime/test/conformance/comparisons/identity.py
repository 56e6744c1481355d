a = [1]
b = [1]
c = a
print(a is b, a is c, a is not b, a == b, a != b)
n = None
print(n is None, n is n, a is not None)
x = "name"
y = "na" + "me"
print(x == y)
