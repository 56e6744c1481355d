print(hash(()), hash((1,)), hash((1, 2)), hash((1, 2, 3)), hash((1.0, 2)), hash((0, 0)), hash(((1, 2), 3)), hash((-1,)), hash((True, 2 ** 61)))
print(hash((1, 2)) == hash((1.0, 2.0)), hash((1, 2)) == hash((2, 1)))
