"""Runs benchmark programs for cpython.ts. A request is a line `NAME TIMES`, its answer a line: best ms, first ms, 1 if right.

Arguments: the folder of the programs.
"""
import sys
import time

from measure import measure

sys.path.insert(0, sys.argv[1])
print(sys.version.split()[0], flush=True)
for line in sys.stdin:
    name, times = line.split()
    best, first, is_right = measure(name, int(times), time.perf_counter)
    print(best, first, int(is_right), flush=True)
