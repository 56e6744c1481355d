s = "hello World ÄÖ ß ǆ"
print(s.upper(), s.lower(), s.title(), s.capitalize(), s.swapcase(), s.casefold())
print("they're bill's".title(), "x-ray 3d".title(), "ﬁx".upper(), "ﬁx".capitalize())
print("ß".upper(), "İ".lower().encode(), "ΑΣ".lower(), "Σ".lower())
print("abc".islower(), "aBc".islower(), "ABC1".isupper(), "A b".istitle(), "Title Case".istitle(), "".islower())
