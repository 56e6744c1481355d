s = "1234567890" * 6
n = int(s)
print(n, str(n) == s, int("-" + s) == -n)
print(hex(n), oct(n)[:30], bin(n)[:40])
print(int(hex(n), 16) == n, int(hex(n), 0) == n, int("zz" * 12, 36))
print(f"{n:,}", f"{n:e}", f"{n:x}"[:10], f"{n:+d}"[:5], "%d" % n == s)
print(repr(-n), int(1e25), int(float(2 ** 80)))
