"""Heaps: lists in which item k is not larger than items 2k+1 and 2k+2."""

__all__ = ["heappush", "heappop", "heapify", "heapreplace", "merge", "nlargest", "nsmallest", "heappushpop"]


def heappush(heap, item, /):
    """Adds an item."""
    heap.append(item)
    _rise(heap, 0, len(heap) - 1)


def heappop(heap, /):
    """Removes and returns the smallest item."""
    last = heap.pop()
    if not heap:
        return last
    smallest = heap[0]
    heap[0] = last
    _sink(heap, 0)
    return smallest


def heapreplace(heap, item, /):
    """Removes and returns the smallest item, then adds `item`."""
    smallest = heap[0]
    heap[0] = item
    _sink(heap, 0)
    return smallest


def heappushpop(heap, item, /):
    """Adds `item`, then removes and returns the smallest."""
    if heap and heap[0] < item:
        item, heap[0] = heap[0], item
        _sink(heap, 0)
    return item


def heapify(heap, /):
    """Makes a heap of a list."""
    for i in range(len(heap) // 2 - 1, -1, -1):
        _sink(heap, i)


def _rise(heap, top, pos):
    """Moves item `pos` up, at most to `top`, to where its parent is not larger."""
    item = heap[pos]
    while pos > top:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if not item < above:
            break
        heap[pos] = above
        pos = parent
    heap[pos] = item


def _sink(heap, pos):
    """Moves item `pos` down. It goes to the bottom along the smaller children and rises from there, which takes fewer comparisons."""
    end = len(heap)
    top = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[child] < heap[right]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    heap[pos] = item
    _rise(heap, top, pos)


def _heappop_max(heap):
    last = heap.pop()
    if not heap:
        return last
    largest = heap[0]
    heap[0] = last
    _sink_max(heap, 0)
    return largest


def _heapreplace_max(heap, item):
    largest = heap[0]
    heap[0] = item
    _sink_max(heap, 0)
    return largest


def _heapify_max(heap):
    for i in range(len(heap) // 2 - 1, -1, -1):
        _sink_max(heap, i)


def _sink_max(heap, pos):
    end = len(heap)
    top = pos
    item = heap[pos]
    child = 2 * pos + 1
    while child < end:
        right = child + 1
        if right < end and not heap[right] < heap[child]:
            child = right
        heap[pos] = heap[child]
        pos = child
        child = 2 * pos + 1
    while pos > top:
        parent = (pos - 1) >> 1
        above = heap[parent]
        if not above < item:
            break
        heap[pos] = above
        pos = parent
    heap[pos] = item


try:
    from _heapq import heapify, heappop, heappush, heappushpop, heapreplace
except ImportError:
    pass


class _Descending:
    """Turns a comparison round."""

    __slots__ = ("key",)

    def __init__(self, key):
        self.key = key

    def __lt__(self, other):
        return other.key < self.key


def merge(*iterables, key=None, reverse=False):
    """Iterates over sorted iterables in one sorted sequence."""
    heap = []
    for order, it in enumerate(map(iter, iterables)):
        for value in it:
            rank = value if key is None else key(value)
            # The order of the iterables decides between equals; values themselves are never compared.
            heap.append([_Descending(rank) if reverse else rank, order, value, it])
            break
    heapify(heap)
    while len(heap) > 1:
        entry = heap[0]
        _, _, value, it = entry
        yield value
        for value in it:
            rank = value if key is None else key(value)
            entry[0] = _Descending(rank) if reverse else rank
            entry[2] = value
            heapreplace(heap, entry)
            break
        else:
            heappop(heap)
    if heap:
        _, _, value, it = heap[0]
        yield value
        yield from it


def nsmallest(n, iterable, key=None):
    """The n smallest, smallest first: sorted(iterable, key=key)[:n]."""
    if n == 1:
        it = iter(iterable)
        missing = object()
        result = min(it, default=missing, key=key)
        return [] if result is missing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key)[:n]
    result = []
    order = 0
    it = iter(iterable)
    # A heap of the n best so far with the worst on top.
    for value in it:
        if order >= n:
            break
        result.append((value if key is None else key(value), order, value))
        order += 1
        if order == n:
            break
    if not result or n <= 0:
        return []
    _heapify_max(result)
    worst = result[0][0]
    for value in it:
        rank = value if key is None else key(value)
        if rank < worst:
            _heapreplace_max(result, (rank, order, value))
            worst = result[0][0]
            order += 1
    result.sort()
    return [value for _, _, value in result]


def nlargest(n, iterable, key=None):
    """The n largest, largest first: sorted(iterable, key=key, reverse=True)[:n]."""
    if n == 1:
        it = iter(iterable)
        missing = object()
        result = max(it, default=missing, key=key)
        return [] if result is missing else [result]
    try:
        size = len(iterable)
    except (TypeError, AttributeError):
        pass
    else:
        if n >= size:
            return sorted(iterable, key=key, reverse=True)[:n]
    result = []
    order = 0
    it = iter(iterable)
    if n <= 0:
        return []
    for value in it:
        result.append((value if key is None else key(value), order, value))
        order -= 1
        if -order == n:
            break
    if not result:
        return []
    heapify(result)
    worst = result[0][0]
    for value in it:
        rank = value if key is None else key(value)
        if worst < rank:
            heapreplace(result, (rank, order, value))
            worst = result[0][0]
            order -= 1
    result.sort(reverse=True)
    return [value for _, _, value in result]
