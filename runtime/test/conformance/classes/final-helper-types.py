# The types of iterators and views are made by their containers only: none can be subclassed.
SAMPLES = (
    iter([]), iter(()), iter({}), iter({}.values()), iter({}.items()), iter(set()), iter(""), iter(b""), iter(bytearray()),
    iter(range(3)), iter(range(10**30)), reversed([]), reversed({}), reversed({}.values()), reversed({}.items()),
    iter(int, 0), {}.keys(), {}.values(), {}.items(), (lambda: (yield))(), type.__dict__, str.join, "".join,
    object.__init__, object().__str__, NotImplemented, ..., None, (lambda: 0).__code__, int | str, slice(1), range(1),
)
for sample in SAMPLES:
    try:
        type("Sub", (type(sample),), {})
        print(type(sample).__name__, "can be subclassed")
    except TypeError as e:
        print(e)
try:
    super(1, 2, 3)
except TypeError as e:
    print(e)
