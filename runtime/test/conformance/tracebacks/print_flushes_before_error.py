print("partial", end="")
print(" line")
print("no newline at end", end="")
raise RuntimeError("after partial output")
