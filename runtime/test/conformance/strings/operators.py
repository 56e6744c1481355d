print("a" + "b", "ab" * 3, 3 * "ab", "ab" * 0, "ab" * -1, "a" in "abc", "abc" < "abd", len("abc"), "abc" == "abc")
for f in (lambda: "a" + 1, lambda: "a" * "b", lambda: "a" - "b", lambda: "a" * 1.5, lambda: -"a", lambda: "a" < 1, lambda: "a" % 5):
    try:
        print(f())
    except TypeError as e:
        print(e)
x = "a"
x += "b"; x *= 2
print(x, min("hello"), max("hello"), sorted("hello"), list("abc"), tuple("ab"), "".join(reversed("abc")))
