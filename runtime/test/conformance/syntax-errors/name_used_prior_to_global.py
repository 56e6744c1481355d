def f():
    print(score)
    global score
