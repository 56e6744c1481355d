# exec() with a closure, the future features that compiled code inherits, and `__future__` itself.
from __future__ import annotations
import __future__


def attempt(action):
    try:
        print(action())
    except Exception as error:
        print(type(error).__name__, error)


def counter():
    count = 1

    def step():
        nonlocal count
        count += 1
        return count

    return step


step = counter()
attempt(lambda: exec(step.__code__, closure=step.__closure__))
print(step())
attempt(lambda: exec(step.__code__))
attempt(lambda: exec(step.__code__, closure=()))
attempt(lambda: exec(step.__code__, closure=(1,)))
attempt(lambda: exec("a = 1", closure=()))
attempt(lambda: exec(compile("a = 1", "f", "exec"), closure=()))
attempt(lambda: eval("1", []))
flag = __future__.annotations.compiler_flag
print(compile("x: int", "f", "exec").co_flags & flag, compile("x: int", "f", "exec", dont_inherit=True).co_flags & flag)
space = {}
exec("x: undefined_name", space)
print(space["__annotations__"])
for name in __future__.all_feature_names:
    print(name, getattr(__future__, name))
exec(compile("assert 0", "f", "exec", optimize=1))
exec(compile("def f():\n 'doc'\nprint(f.__doc__)", "f", "exec", optimize=2))
for source in ["if 1:\n", "x = (", '"""a', "a b\n", "f("]:
    try:
        compile(source, "f", "single", 0x4200)
    except SyntaxError as error:
        print(repr(source), type(error).__name__, error.msg)
