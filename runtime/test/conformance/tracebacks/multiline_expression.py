def compute(a, b):
    return (
        a
        + b
        + undefined_thing
    )
result = compute(
    1,
    2,
)
