s = """one
two "quoted" ''still''
three\
 joined"""
print(s)
print(len(s), s.count("\n"))
print('''a'b''c''')
print(""""x" """)
