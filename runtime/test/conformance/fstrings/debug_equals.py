x, s = 5, "a"
print(f"{x=} {x = } {s=} {s=!s} {x+1=} {x=:>4}")
print(f"{ x * 2 = :05}", f"{len(s)=}", f"{(x, s)=}", f"{s =!r:^7}")
