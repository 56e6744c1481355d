GRID = """
S..#......
.#.#.####.
.#...#..#.
.#####..#.
......#...
.####.###.
.#..#...#.
.#.##.#.#.
...#..#..G
""".strip().splitlines()
W, H = len(GRID[0]), len(GRID)
def find(c):
    return next((x, y) for y, row in enumerate(GRID) for x, ch in enumerate(row) if ch == c)
def neighbours(p):
    x, y = p
    for dx, dy in ((1, 0), (0, 1), (-1, 0), (0, -1)):
        nx, ny = x + dx, y + dy
        if 0 <= nx < W and 0 <= ny < H and GRID[ny][nx] != "#":
            yield nx, ny
def astar(start, goal):
    h = lambda p: abs(p[0] - goal[0]) + abs(p[1] - goal[1])
    open_, came, cost = {start: h(start)}, {start: None}, {start: 0}
    expanded = 0
    while open_:
        cur = min(open_, key=lambda p: (open_[p], p))
        del open_[cur]
        expanded += 1
        if cur == goal:
            path = []
            while cur is not None:
                path.append(cur); cur = came[cur]
            return path[::-1], expanded
        for n in neighbours(cur):
            c = cost[cur] + 1
            if n not in cost or c < cost[n]:
                cost[n] = c; came[n] = cur; open_[n] = c + h(n)
    return None, expanded
def bfs(start, goal):
    frontier, seen, d = [start], {start}, 0
    while frontier:
        if goal in frontier: return d
        frontier = [n for p in frontier for n in neighbours(p) if not (n in seen or seen.add(n))]
        d += 1
start, goal = find("S"), find("G")
path, expanded = astar(start, goal)
print(len(path) - 1, bfs(start, goal), expanded, path[:4], path[-3:])
on_path = set(path[1:-1])
for y, row in enumerate(GRID):
    print("".join("o" if (x, y) in on_path else ch for x, ch in enumerate(row)))
def flood(p):
    region, stack = set(), [p]
    while stack:
        q = stack.pop()
        if q not in region:
            region.add(q); stack.extend(neighbours(q))
    return region
left = {(x, y) for y in range(H) for x in range(W) if GRID[y][x] != "#"}
sizes = []
while left:
    r = flood(min(left)); sizes.append(len(r)); left -= r
print(sizes)
