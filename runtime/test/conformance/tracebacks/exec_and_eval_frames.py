def run(src):
    exec(compile(src, "<game script>", "exec"), {})
run("x = 1\ny = x / 0\n")
