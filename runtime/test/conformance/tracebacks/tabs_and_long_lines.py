def f():
	if True:
		return {"key": [1, 2, 3]}["key"][10] + sum([i for i in range(10)]) + len("a long line of text which goes on")
f()
