import sys
print("to stderr", file=sys.stderr)
sys.stderr.write("written\n")
print("to stdout")
sys.stdout.write("also stdout\n")
sys.exit(5)
