print(1 in [1, 2], 3 not in [1, 2], "a" in "abc", "" in "abc", "bc" in "abc", "ac" in "abc")
print(1 in {1: 2}, 2 in {1: 2}, 2 in {1: 2}.values(), (1, 2) in {1: 2}.items(), 1 in {1}, 1.0 in (1,), True in [1])
print(5 in range(0, 10, 5), 4 in range(0, 10, 5), 97 in b"abc", b"bc" in b"abc")
for f in (lambda: 1 in 5, lambda: 1 in "abc", lambda: [] in {1}, lambda: 300 in b"a", lambda: "a" in b"a"):
    try:
        print(f())
    except Exception as e:
        print(type(e).__name__, e)
