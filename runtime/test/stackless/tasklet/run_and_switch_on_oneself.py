# source: spec 3.6
import stackless
me = stackless.current
print(me.run(), me.switch())  # expect: None None
me.tempval = 5
print(me.run())  # expect: 5
old = stackless.switch_trap(1)
print(me.run(), me.switch(), stackless.runcount)  # expect: None None 1
stackless.switch_trap(-1)
