# source: spec 2.4, 3.3
import stackless
main = stackless.getmain()
print(stackless.getruncount(), main is stackless.getcurrent(), main is stackless.main, stackless.current is main)
# expect: 1 True True True
print(main.next is main, main.prev is main)  # expect: True True
a = stackless.tasklet(lambda: None)()
b = stackless.tasklet(lambda: print("alone in the ring:", stackless.runcount))()
print(stackless.runcount, main.next is a, a.next is b, b.next is main, main.prev is b, b.prev is a)
# expect: 3 True True True True True
b.remove()
print(stackless.runcount, a.next is main, b.next, b.prev)  # expect: 2 True None None
b.insert()
stackless.run()
# expect: alone in the ring: 1
print(stackless.runcount, a.next)  # expect: 1 None
ch = stackless.channel()
c = stackless.tasklet(ch.receive)()
d = stackless.tasklet(ch.receive)()
stackless.run()
print(stackless.runcount, c.next is d, d.next, c.prev, d.prev is c)  # expect: 1 True None None True
