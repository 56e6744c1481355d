e = ValueError("with notes")
e.add_note("note one")
e.add_note("two lines\nof note")
raise e
