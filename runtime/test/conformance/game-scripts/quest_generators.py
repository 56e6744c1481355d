def dialogue(name):
    choice = yield f"{name}: Greetings! (1) quest (2) shop (3) bye"
    while True:
        if choice == 1:
            result = yield from quest(name)
            choice = yield f"{name}: {result} Anything else?"
        elif choice == 2:
            gold = yield from shop(50)
            choice = yield f"{name}: You have {gold} gold left."
        elif choice == 3: return "farewell"
        else: choice = yield f"{name}: I don't understand {choice!r}."
def quest(name):
    accept = yield f"{name}: Fetch three herbs?"
    if accept != "yes": return "A pity."
    found = 0
    while found < 3:
        try:
            found += (yield f"  herbs {found}/3")
        except InterruptedError as e:
            return f"You fled from {e}."
    return "Well done!"
def shop(gold):
    stock = {"rope": 10, "torch": 5, "map": 60}
    while (want := (yield f"  {gold} gold, buy {sorted(stock)}?")) != "leave":
        if want not in stock: yield "  no such thing"; continue
        if stock[want] > gold: yield f"  too expensive by {stock[want] - gold}"; continue
        gold -= stock.pop(want)
    return gold
def play(gen, inputs):
    print(next(gen))
    for i in inputs:
        print("<", i)
        try:
            if isinstance(i, BaseException): print(gen.throw(i))
            else: print(gen.send(i))
        except StopIteration as e:
            print("ended:", e.value); return
    gen.close(); print("left early")
play(dialogue("Elder"), [1, "yes", 1, 0, 2, 2, "rope", "map", None, "sword", None, "leave", 9, 3])
play(dialogue("Guard"), [1, "no", 1, "yes", 2, InterruptedError("wolves"), "hm"])
def parallel(*gens):
    live = list(gens)
    while live:
        for g in live[:]:
            try: yield next(g)
            except StopIteration: live.remove(g)
def countdown(n, label):
    for i in range(n, 0, -1): yield f"{label}{i}"
    return label
print(list(parallel(countdown(3, "a"), countdown(1, "b"), countdown(2, "c"))))
