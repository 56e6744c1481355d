print("x")
raise SystemExit(42)
