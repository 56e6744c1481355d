class A:
    def __eq__(self, other):
        print("A.eq")
        return NotImplemented
class B:
    def __eq__(self, other):
        print("B.eq")
        return True
class C:
    pass
print(A() == B())
print(A() == A())
print(A() != B())
c = C()
print(c == c, c == C(), c != C())
class L:
    def __lt__(self, o):
        return "lt"
class G:
    def __gt__(self, o):
        return "gt"
print(L() < 1, 1 > L(), G() > 1, 1 < G())
try:
    C() < C()
except TypeError as e:
    print(e)
