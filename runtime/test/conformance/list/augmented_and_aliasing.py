a = b = [1]
a += [2]
print(b, a is b)
a = a + [3]
print(b, a is b)
a *= 2
print(a)
def f(x=[]):
    x.append(len(x))
    return x
print(f(), f(), f([9]), f())
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print(e, t)
x = [1, 2, 3]
x += "ab"; print(x)
x[1] += 10; x[-1] *= 2; print(x)
i = 0
i, x[i] = 2, "swap"
print(i, x)
