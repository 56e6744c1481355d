rows = [("iron", 12, 3.5), ("gold", 7, 19.999), ("uranium ore", 1234567, 0.05)]
print(f"{'item':<14}|{'n':^9}|{'price':>10}")
print("-" * 14 + "+" + "-" * 9 + "+" + "-" * 10)
for name, n, price in rows:
    print(f"{name:<14}|{n:^9,}|{price:>10.2f}")
    print("%-14s|%9d|%10.3f" % (name, n, price))
    print("{:.<14}|{:>9}|{:+10.1f}".format(name, n, price))
print(f"{sum(n * p for _, n, p in rows):,.2f}", f"{rows[2][1]:_}", f"{0.256:.1%}", f"{12:08b} {255:#06x} {8:o}")
for n in (0, 5, 65, 3725, 86399):
    print(f"{n // 3600:02d}:{n // 60 % 60:02d}:{n % 60:02d}", end=" ")
print()
for w in range(1, 8): print(f"[{'abc':^{w}}]", end="")
print()
