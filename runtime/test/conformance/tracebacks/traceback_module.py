import traceback
def f(): g()
def g(): raise ValueError("shown")
try:
    f()
except ValueError as e:
    print(traceback.format_exc(), end="")
    print(traceback.format_exception_only(type(e), e))
    for fr in traceback.extract_tb(e.__traceback__):
        print(fr.name, fr.lineno, fr.line)
    traceback.print_exc()
    print(len(traceback.format_exception(e)), traceback.format_tb(e.__traceback__)[-1], end="")
