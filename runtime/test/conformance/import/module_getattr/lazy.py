print("lazy loads")
real = "real"
def __getattr__(name):
    if name in ("computed", "from_import"):
        print("getattr", name)
        return name + "!"
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
def __dir__(): return ["real", "computed"]
