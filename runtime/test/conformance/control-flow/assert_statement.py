assert True
assert 1 == 1, "not evaluated" + str(1 / 1)
def attempt(f):
    try:
        f()
    except AssertionError as e:
        print(repr(e), e.args)
def a1(): assert False
def a2(): assert 0, "message"
def a3(): assert [], ("tuple", 1)
def a4(): assert None, None
for f in (a1, a2, a3, a4): attempt(f)
def a5():
    assert (x := 0) == 1, f"x was {x}"
attempt(a5)
