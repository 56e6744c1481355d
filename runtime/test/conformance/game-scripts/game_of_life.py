def step(cells):
    counts = {}
    for x, y in cells:
        for dx in (-1, 0, 1):
            for dy in (-1, 0, 1):
                if dx or dy:
                    k = (x + dx, y + dy)
                    counts[k] = counts.get(k, 0) + 1
    return {k for k, n in counts.items() if n == 3 or n == 2 and k in cells}
def show(cells, w, h):
    return "\n".join("".join("#" if (x, y) in cells else "." for x in range(w)) for y in range(h))
def parse(text): return {(x, y) for y, row in enumerate(text.split()) for x, c in enumerate(row) if c == "#"}
glider = parse(".#. ..# ###")
c = glider
for i in range(4):
    print(f"generation {i}\n{show(c, 6, 5)}")
    c = step(c)
print(c == {(x + 1, y + 1) for x, y in glider})
blinker = parse("... ### ...")
print(step(step(blinker)) == blinker, len(step(blinker)))
r = parse(".## ##. .#.")
sizes = []
for _ in range(25):
    r = step(r); sizes.append(len(r))
print(sizes)
