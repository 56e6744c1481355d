x = 1
text = """never
ends
here
