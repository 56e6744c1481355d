words = ["banana", "Apple", "cherry", "apple", "Banana", "äpfel", "zebra", "Zoo", "", "123", "1000", "_x"]
print(sorted(words), sorted(words, key=str.lower), sorted(words, key=str.casefold, reverse=True), max(words), min(words))
print("a" < "B", "a" > "A", "abc" < "abcd", "abc" == "ABC".lower(), "10" < "9", "" < " ", "é" > "z")
print([a < b for a, b in zip("abc", "bac")], "ab" * 2 == "abab", "a" != "b", not "", "x" in "xyz" == True)
print(sorted("The quick brown fox".split(), key=lambda w: (len(w), w)), "".join(sorted("hello world")).strip())
