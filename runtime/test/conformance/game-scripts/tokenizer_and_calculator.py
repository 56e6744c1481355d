import math
class Token:
    __slots__ = ("kind", "value", "pos")
    def __init__(self, kind, value, pos): self.kind, self.value, self.pos = kind, value, pos
def tokenize(s):
    i = 0
    while i < len(s):
        c = s[i]
        if c.isspace(): i += 1
        elif c.isdigit() or c == ".":
            j = i
            while j < len(s) and (s[j].isdigit() or s[j] == "."): j += 1
            yield Token("num", float(s[i:j]) if "." in s[i:j] else int(s[i:j]), i); i = j
        elif c.isalpha():
            j = i
            while j < len(s) and s[j].isalnum(): j += 1
            yield Token("name", s[i:j], i); i = j
        elif s[i:i + 2] in ("**", "//", "<=", "==", "!="):
            yield Token("op", s[i:i + 2], i); i += 2
        elif c in "+-*/%()=,<>": yield Token("op", c, i); i += 1
        else: raise SyntaxError(f"bad character {c!r} at {i}")
    yield Token("end", None, len(s))
class Parser:
    LEVELS = [("==", "!=", "<", ">", "<="), ("+", "-"), ("*", "/", "//", "%")]
    OPS = {"+": lambda a, b: a + b, "-": lambda a, b: a - b, "*": lambda a, b: a * b, "/": lambda a, b: a / b, "//": lambda a, b: a // b, "%": lambda a, b: a % b, "**": lambda a, b: a ** b,
           "==": lambda a, b: a == b, "!=": lambda a, b: a != b, "<": lambda a, b: a < b, ">": lambda a, b: a > b, "<=": lambda a, b: a <= b}
    def __init__(self, env): self.env = env
    def run(self, s):
        self.toks = list(tokenize(s)); self.i = 0
        if len(self.toks) > 2 and self.toks[0].kind == "name" and self.toks[1].value == "=":
            self.i = 2; v = self.expr(); self.env[self.toks[0].value] = v
        else: v = self.expr()
        if self.cur.kind != "end": raise SyntaxError(f"unexpected {self.cur.value!r} at {self.cur.pos}")
        return v
    @property
    def cur(self): return self.toks[self.i]
    def take(self): t = self.cur; self.i += 1; return t
    def expr(self, level=0):
        if level == len(self.LEVELS): return self.unary()
        left = self.expr(level + 1)
        while self.cur.kind == "op" and self.cur.value in self.LEVELS[level]:
            left = self.OPS[self.take().value](left, self.expr(level + 1))
        return left
    def unary(self):
        if self.cur.value == "-" and self.take(): return -self.unary()
        base = self.atom()
        if self.cur.value == "**" and self.take(): return base ** self.unary()
        return base
    def atom(self):
        t = self.take()
        match t.kind, t.value:
            case "num", v: return v
            case "name", n:
                if self.cur.value != "(":
                    if n not in self.env: raise NameError(f"unknown {n}")
                    return self.env[n]
                self.take(); args = []
                while self.cur.value != ")":
                    args.append(self.expr())
                    if self.cur.value == ",": self.take()
                self.take()
                return self.env[n](*args)
            case "op", "(":
                v = self.expr()
                if self.take().value != ")": raise SyntaxError("expected )")
                return v
        raise SyntaxError(f"unexpected {t.value!r} at {t.pos}")
p = Parser({"pi": math.pi, "sqrt": math.sqrt, "max": max, "min": min})
for line in ("1 + 2 * 3", "(1 + 2) * 3", "2 ** 3 ** 2", "-2 ** 2", "x = 7 // 2", "x * x % 4", "10 / 4 - 1", "sqrt(16) + max(1, 5, x)", "1 < 2 == 1", "1 / 0", "2 +", "y", "3 $ 4", "(1", "1 2", ".5 * 4", "r = sqrt(2)", "r ** 2 == 2", "max()", "pi * 2"):
    try: print(f"{line:26} {p.run(line)!r}")
    except Exception as e: print(f"{line:26} {type(e).__name__}: {e}")
