try:
    raise ExceptionGroup("eg", [ValueError(1), TypeError("left over")])
except* ValueError as eg:
    print("handled", eg.exceptions)
