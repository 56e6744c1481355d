values = [
    1,
    2,
]
print("start",
      sum(values),
      max(values,
          key=5))
