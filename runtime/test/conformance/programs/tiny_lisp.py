"""A small Lisp: reader, evaluator with closures, macros and tail calls, printer, and errors with positions."""
import operator


class LispError(Exception):
    pass


class ReadError(LispError):
    def __init__(self, message, line, column):
        super().__init__(f"{line}:{column}: {message}")


class Symbol(str):
    table = {}

    def __new__(cls, name):
        if name not in cls.table:
            cls.table[name] = super().__new__(cls, name)
        return cls.table[name]

    def __repr__(self):
        return str(self)


class Nil:
    def __repr__(self):
        return "()"

    def __bool__(self):
        return False

    def __iter__(self):
        return iter(())


NIL = Nil()


class Cons:
    __slots__ = ("car", "cdr")

    def __init__(self, car, cdr=NIL):
        self.car, self.cdr = car, cdr

    def __iter__(self):
        cell = self
        while isinstance(cell, Cons):
            yield cell.car
            cell = cell.cdr
        if cell is not NIL:
            raise LispError(f"improper list ends in {show(cell)}")

    def __eq__(self, other):
        return isinstance(other, Cons) and self.car == other.car and self.cdr == other.cdr


def lisp_list(items, tail=NIL):
    for item in reversed(list(items)):
        tail = Cons(item, tail)
    return tail


def show(x):
    match x:
        case True:
            return "#t"
        case False:
            return "#f"
        case Symbol():
            return str(x)
        case str():
            return '"' + x.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"'
        case Cons(car=Symbol("quote"), cdr=Cons(car=y)):
            return "'" + show(y)
        case Cons():
            parts = []
            while isinstance(x, Cons):
                parts.append(show(x.car))
                x = x.cdr
            if x is not NIL:
                parts += [".", show(x)]
            return "(" + " ".join(parts) + ")"
        case Closure(name=name):
            return f"#<{'macro' if x.is_macro else 'lambda'} {name or '?'}>"
        case _ if callable(x):
            return f"#<builtin {x.__name__}>"
    return repr(x)


class Reader:
    ESCAPES = {"n": "\n", "t": "\t"}

    def __init__(self, text):
        self.text, self.i, self.line, self.start = text, 0, 1, 0

    def fail(self, message):
        raise ReadError(message, self.line, self.i - self.start + 1)

    def skip(self):
        while self.i < len(self.text):
            c = self.text[self.i]
            if c == ";":
                while self.i < len(self.text) and self.text[self.i] != "\n":
                    self.i += 1
            elif c == "\n":
                self.i += 1
                self.line, self.start = self.line + 1, self.i
            elif c.isspace():
                self.i += 1
            else:
                return c
        return ""

    def __iter__(self):
        while self.skip():
            yield self.read()

    def read(self):
        c = self.skip()
        if not c:
            self.fail("unexpected end")
        if c == "(":
            self.i += 1
            items, tail = [], NIL
            while (c := self.skip()) != ")":
                if not c:
                    self.fail("unclosed list")
                item = self.read()
                if item is Symbol(".") and items:
                    tail = self.read()
                else:
                    items.append(item)
            self.i += 1
            return lisp_list(items, tail)
        if c == ")":
            self.fail("unexpected )")
        if c == '"':
            return self.string()
        for mark, name in (("'", "quote"), ("`", "quasiquote"), (",@", "splice"), (",", "unquote")):
            if self.text.startswith(mark, self.i):
                self.i += len(mark)
                return lisp_list([Symbol(name), self.read()])
        begin = self.i
        while self.i < len(self.text) and self.text[self.i] not in "()\"'; \n\t":
            self.i += 1
        return self.atom(self.text[begin : self.i])

    def string(self):
        out = []
        self.i += 1
        while self.i < len(self.text):
            c = self.text[self.i]
            self.i += 1
            if c == '"':
                return "".join(out)
            if c == "\\":
                c = self.ESCAPES.get(self.text[self.i], self.text[self.i])
                self.i += 1
            out.append(c)
        self.fail("unclosed string")

    @staticmethod
    def atom(word):
        if word in ("#t", "#f"):
            return word == "#t"
        for kind in (int, float):
            try:
                return kind(word)
            except ValueError:
                continue
        return Symbol(word)


class Env(dict):
    def __init__(self, names=(), values=(), outer=None):
        super().__init__(zip(names, values))
        self.outer = outer

    def find(self, name):
        env = self
        while env is not None:
            if name in env:
                return env
            env = env.outer
        raise LispError(f"unbound: {name}")


class Closure:
    def __init__(self, params, body, env, name=None, is_macro=False):
        self.params, self.body, self.env, self.name, self.is_macro = params, body, env, name, is_macro

    def bind(self, args):
        names, rest, values = [], self.params, list(args)
        while isinstance(rest, Cons):
            names.append(rest.car)
            rest = rest.cdr
        if rest is not NIL:
            if len(values) < len(names):
                raise LispError(f"{self.name or 'lambda'} needs at least {len(names)} arguments, got {len(values)}")
            values[len(names) :] = [lisp_list(values[len(names) :])]
            names.append(rest)
        if len(names) != len(values):
            raise LispError(f"{self.name or 'lambda'} needs {len(names)} arguments, got {len(values)}")
        return Env(names, values, self.env)

    def __call__(self, *args):
        return evaluate(self.body, self.bind(args))


def quasi(x, env):
    if not isinstance(x, Cons):
        return x
    if x.car is Symbol("unquote"):
        return evaluate(x.cdr.car, env)
    if isinstance(x.car, Cons) and x.car.car is Symbol("splice"):
        return lisp_list(evaluate(x.car.cdr.car, env), quasi(x.cdr, env))
    return Cons(quasi(x.car, env), quasi(x.cdr, env))


def evaluate(x, env):
    """Tail positions loop instead of recursing."""
    while True:
        if isinstance(x, Symbol):
            return env.find(x)[x]
        if not isinstance(x, Cons):
            return x
        match x.car, list(x.cdr) if isinstance(x.cdr, (Cons, Nil)) else None:
            case "quote", [datum]:
                return datum
            case "quasiquote", [template]:
                return quasi(template, env)
            case "if", [test, then, *other]:
                x = then if evaluate(test, env) is not False else (other[0] if other else NIL)
            case "define", [Cons(car=name, cdr=params), *body]:
                env[name] = Closure(params, lisp_list([Symbol("begin"), *body]), env, name)
                return name
            case "define", [Symbol() as name, value]:
                env[name] = evaluate(value, env)
                return name
            case "macro", [Cons(car=name, cdr=params), body]:
                env[name] = Closure(params, body, env, name, is_macro=True)
                return name
            case "set!", [name, value]:
                env.find(name)[name] = evaluate(value, env)
                return NIL
            case "lambda", [params, *body]:
                return Closure(params, lisp_list([Symbol("begin"), *body]), env)
            case "begin", []:
                return NIL
            case "begin", [*first, last]:
                for form in first:
                    evaluate(form, env)
                x = last
            case "let", [bindings, *body]:
                pairs = [tuple(b) for b in bindings]
                env = Env([n for n, _ in pairs], [evaluate(v, env) for _, v in pairs], env)
                x = lisp_list([Symbol("begin"), *body])
            case head, args if args is not None:
                f = evaluate(head, env)
                if isinstance(f, Closure) and f.is_macro:
                    x = f(*args)
                    continue
                values = [evaluate(a, env) for a in args]
                if isinstance(f, Closure):
                    x, env = f.body, f.bind(values)
                elif callable(f):
                    try:
                        return f(*values)
                    except (TypeError, ZeroDivisionError, IndexError) as e:
                        raise LispError(f"{f.__name__}: {type(e).__name__}") from e
                else:
                    raise LispError(f"not a function: {show(f)}")
            case _:
                raise LispError(f"bad form: {show(x)}")


def make_globals(out):
    env = Env()

    def fold(op, unit):
        def run(*args):
            total = unit if len(args) != 1 or op not in (operator.sub, operator.truediv) else unit
            if len(args) > 1 or (args and op in (operator.add, operator.mul)):
                total, args = args[0], args[1:]
            for a in args:
                total = op(total, a)
            return total

        run.__name__ = op.__name__
        return run

    def chain(op):
        def run(*args):
            return all(op(a, b) for a, b in zip(args, args[1:]))

        run.__name__ = op.__name__
        return run

    def car(x):
        if not isinstance(x, Cons):
            raise LispError(f"car of {show(x)}")
        return x.car

    def cdr(x):
        if not isinstance(x, Cons):
            raise LispError(f"cdr of {show(x)}")
        return x.cdr

    def display(*args):
        out.append(" ".join(a if type(a) is str else show(a) for a in args))
        return NIL

    table = {
        "+": fold(operator.add, 0), "*": fold(operator.mul, 1), "-": fold(operator.sub, 0), "/": fold(operator.truediv, 1),
        "=": chain(operator.eq), "<": chain(operator.lt), ">": chain(operator.gt), "mod": operator.mod,
        "car": car, "cdr": cdr, "cons": Cons, "list": lambda *a: lisp_list(a), "display": display,
        "null?": lambda x: x is NIL, "pair?": lambda x: isinstance(x, Cons), "not": lambda x: x is False,
        "length": lambda x: sum(1 for _ in x), "append": lambda *ls: lisp_list(e for l in ls for e in l),
        "apply": lambda f, args: f(*args), "eq?": operator.is_, "equal?": operator.eq,
    }
    env.update((Symbol(k), v) for k, v in table.items())
    return env


PRELUDE = """
(define (map f l) (if (null? l) l (cons (f (car l)) (map f (cdr l)))))
(define (filter p l) (if (null? l) l (if (p (car l)) (cons (car l) (filter p (cdr l))) (filter p (cdr l)))))
(define (reduce f z l) (if (null? l) z (reduce f (f z (car l)) (cdr l))))
(define (range a b) (if (< a b) (cons a (range (+ a 1) b)) '()))
(macro (when c . body) `(if ,c (begin ,@body)))
(macro (unless c . body) `(if ,c '() (begin ,@body)))
(macro (and2 a b) `(if ,a ,b #f))
"""

SESSION = """
(+ 1 2 3) (* 2 (- 10 4)) (- 5) (/ 1 4) (mod 17 5)
'(a b (c . d)) '() '(quote x) "a \\"string\\"" 3.5 #t
(define x 10) (set! x (+ x 1)) x
(define (fact n) (if (< n 2) 1 (* n (fact (- n 1))))) (fact 20) (fact 30)
(define (loop n acc) (if (= n 0) acc (loop (- n 1) (+ acc n)))) (loop 1000 0)
(map fact (range 0 8)) (filter (lambda (n) (= 0 (mod n 3))) (range 0 20)) (reduce + 0 (range 0 101))
(define (counter) (let ((n 0)) (lambda () (set! n (+ n 1)) n)))
(define c (counter)) (c) (c) ((counter)) (c)
(when (> x 5) (display "x is" x) 'big) (unless (> x 5) 'small)
(let ((a 1) (b 2)) (list a b `(a ,a ,@(list b 3)))) ((lambda args (length args)) 1 2 3) ((lambda (a . r) r) 1 2 3)
(apply + '(1 2 3)) (append '(1) '(2 3) '()) (equal? '(1 (2)) (list 1 (list 2))) (eq? '(1) '(1)) car fact when
(and2 #t (and2 #t 'both)) (and2 #f undefined)
(car '()) (undefined 1) (fact) ((lambda (a b) a) 1) (5 5) (/ 1 0) (+ 1 "a") (set! nope 1) (if)
(display "before the end")
"""


def run(text, env, out):
    for form in Reader(text):
        try:
            value = evaluate(form, env)
            while out:
                print("  >", out.pop(0))
            print(f"{show(form)[:50]:52} {show(value)}")
        except LispError as e:
            cause = f" <- {type(e.__cause__).__name__}" if e.__cause__ else ""
            print(f"{show(form)[:50]:52} error: {e}{cause}")


def main():
    out = []
    env = make_globals(out)
    for form in Reader(PRELUDE):
        evaluate(form, env)
    run(SESSION, env, out)
    for bad in ("(a b", ")", '"open', "(1\n 2\n  )) x", "'"):
        try:
            print([show(f) for f in Reader(bad)])
        except ReadError as e:
            print(repr(bad), "->", e)
    print(len(Symbol.table) > 50, Symbol("x") is Symbol("x"), isinstance(Symbol("x"), str), len(env))


main()
