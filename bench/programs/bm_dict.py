"""Counting in a dict with str keys."""
bm_params = (200_000,)


def run(n):
    keys = ['ore', 'ice', 'metal', 'fuel', 'water', 'crew', 'glass', 'gold']
    counts = {}
    for i in range(n):
        key = keys[i & 7]
        counts[key] = counts.get(key, 0) + 1
        if key in counts:
            counts[key] += 1
    return counts


def result(n):
    keys = ['ore', 'ice', 'metal', 'fuel', 'water', 'crew', 'glass', 'gold']
    return {key: 2 * ((n + 7 - i) // 8) for i, key in enumerate(keys)}
