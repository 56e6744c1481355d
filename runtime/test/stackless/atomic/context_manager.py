# source: spec 7.1
import stackless
c = stackless.current
with stackless.atomic() as x:
    print(x, c.atomic)  # expect: None True
    with stackless.atomic():
        print(c.atomic)  # expect: True
    print(c.atomic)  # expect: True
print(c.atomic)  # expect: False
try:
    with stackless.atomic():
        raise ValueError("passes through")
except ValueError as e:
    print(e, c.atomic)  # expect: passes through False
