v = "found in extra"
