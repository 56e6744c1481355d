items = {"a": 1, "b": 2}
print(f"{', '.join(f'{k}={v:>{3}}' for k, v in items.items())}")
print(f"""multi
{items['a']}
  {items["b"]!r:>3} 'quoted' "double"
""")
text = (f"a{1}"
        "b{}"
        f"c{2}")
print(text)
print(f"{1:{2}}{3!r:{4}}", f"{'{'}", f"{'}'}", f"{3.0:{'.'}{'2f'}}")
