# source: spec 1.8, design law 1
import stackless

questions, answers = stackless.channel(), stackless.channel()


def serve():
    while True:
        answers.send(questions.receive() * 2)


def ask(x):
    """Blocks twice; another tasklet doubles x."""
    questions.send(x)
    return answers.receive()


stackless.tasklet(serve)()


def main():
    class K:
        def __init__(self, v):
            self.v = v

        def __hash__(self):
            return ask(self.v) % 4

        def __eq__(self, o):
            return ask(self.v) == ask(o.v)

        def __repr__(self):
            return f"K{self.v}"


    a, b, c = K(1), K(3), K(1)
    d = {a: "a", b: "b"}
    print(d[c], c in d, len(d), d.get(K(5), "none"), d.setdefault(K(3), "x"), d.pop(c), d)
    s = {a, b, c}
    print(len(s), K(3) in s, s - {K(1)}, K(1) in [b, a], [a, b].index(K(3)), [a, c, b].count(a), (a, b) == (c, b), {a: 1} == {c: 1})
    l = [a, b, c]
    l.remove(K(3))
    print(l, d | {K(7): "7"})


stackless.tasklet(main)()
stackless.run()
# expect: a True 2 none b a {K3: 'b'}
# expect: 2 True {K3} True 1 2 True True
# expect: [K1, K1] {K3: 'b', K7: '7'}
