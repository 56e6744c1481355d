name = input("name? ")
n = int(input())
print(f"[{name}]", n * 2)
rest = []
while True:
    try:
        rest.append(input("> "))
    except EOFError as e:
        print("EOF:", e)
        break
print(rest)
