class Heap:
    def __init__(self): self.a = []
    def push(self, x):
        a = self.a; a.append(x); i = len(a) - 1
        while i and a[i] < a[(i - 1) // 2]:
            p = (i - 1) // 2
            a[i], a[p] = a[p], a[i]; i = p
    def pop(self):
        a = self.a
        top, last = a[0], a.pop()
        if a:
            a[0] = last; i = 0
            while True:
                c = 2 * i + 1
                if c >= len(a): break
                if c + 1 < len(a) and a[c + 1] < a[c]: c += 1
                if a[i] <= a[c]: break
                a[i], a[c] = a[c], a[i]; i = c
        return top
    def __len__(self): return len(self.a)
class Scheduler:
    def __init__(self): self.q, self.now, self.n, self.cancelled = Heap(), 0.0, 0, set()
    def after(self, delay, fn, *args, **kw):
        self.n += 1
        self.q.push((self.now + delay, self.n, fn, args, kw))
        return self.n
    def cancel(self, ident): self.cancelled.add(ident)
    def run(self, until=float("inf")):
        count = 0
        while self.q:
            when, ident, fn, args, kw = self.q.pop()
            if ident in self.cancelled:
                self.cancelled.discard(ident); continue
            if when > until:
                self.q.push((when, ident, fn, args, kw)); break
            self.now = when
            count += 1
            try: fn(*args, **kw)
            except Exception as e: print(f"{self.now:5.2f} error in {fn.__name__}: {e!r}")
        return count
s = Scheduler()
def say(text, *, times=1, every=1.0):
    print(f"{s.now:5.2f} {text}")
    if times > 1: s.after(every, say, text, times=times - 1, every=every)
def explode(): raise RuntimeError("boom")
s.after(1, say, "tick", times=4, every=0.5); s.after(1, say, "same time, later"); s.after(0.25, say, "first"); s.after(2.2, explode)
c = s.after(1.7, say, "cancelled"); s.cancel(c); s.after(9, say, "after the end")
print(s.run(until=3), len(s.q)); print(s.run(), s.now)
h = Heap()
for v in [5, 3, 8, 1, 9, 2, 7, 3]: h.push(v)
print([h.pop() for _ in range(len(h))])
