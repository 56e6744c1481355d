for i in range(4):
    try:
        if i == 1: continue
        if i == 3: break
        print("body", i)
    finally:
        print("finally", i)
def f():
    for i in range(5):
        try:
            if i == 2:
                return i
        finally:
            print("f finally", i)
            if i == 1:
                continue
print(f())
def g():
    while True:
        try:
            return "try"
        finally:
            break
    return "after"
print(g())
def h():
    for i in range(3):
        try:
            raise ValueError(i)
        except ValueError as e:
            if i < 2: continue
            print("last", e)
        else:
            print("no")
        finally:
            print("fin", i)
h()
