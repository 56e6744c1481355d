"""Times one program; the same code runs under every peer. `clock()` gives seconds."""


def measure(name, times, clock):
    """Best and first time in milliseconds of `times` runs, and whether every answer was right."""
    program = __import__(name)
    expected = program.result(*program.bm_params)
    best = first = None
    is_right = True
    for _ in range(times):
        start = clock()
        answer = program.run(*program.bm_params)
        ms = (clock() - start) * 1000
        is_right = is_right and is_same(answer, expected)
        if first is None:
            first = best = ms
        elif ms < best:
            best = ms
    return best, first, is_right


def is_same(answer, expected):
    if isinstance(answer, float):
        return abs(answer - expected) <= 1e-9 * max(1.0, abs(expected))
    return answer == expected
