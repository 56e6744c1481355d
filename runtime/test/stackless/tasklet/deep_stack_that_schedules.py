# source: spec 15.4, 7
import stackless


def deep(n):
    if n == 0:
        stackless.schedule()
        return 0
    return 1 + deep(n - 1)


results = []
for n in (300, 400, 500):
    stackless.tasklet(lambda n=n: results.append(deep(n)))()
stackless.run()
print(results)  # expect: [300, 400, 500]
