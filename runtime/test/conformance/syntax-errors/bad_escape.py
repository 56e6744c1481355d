s = "\x1g"
