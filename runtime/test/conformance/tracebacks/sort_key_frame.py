def key(item):
    return item["weight"]
items = [{"weight": 1}, {}]
items.sort(key=key)
