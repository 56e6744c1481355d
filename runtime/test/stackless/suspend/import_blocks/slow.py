import __main__
value = __main__.ready.receive().upper()
