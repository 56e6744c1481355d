# source: spec 5.5
import stackless
done = []


def work(name, n):
    total = 0
    for i in range(n):
        total += i
    done.append((name, total))


for name, n in (("a", 50), ("b", 2000), ("c", 500)):
    stackless.tasklet(work)(name, n)
interrupts = 0
while stackless.runcount > 1:
    victim = stackless.run(100)
    if victim is not None:
        interrupts += 1
        victim.insert()
print(sorted(done), interrupts > 10)  # expect: [('a', 1225), ('b', 1999000), ('c', 124750)] True
print([name for name, total in done][-1])  # expect: b
