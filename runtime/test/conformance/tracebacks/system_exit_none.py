import sys
print("quiet")
sys.exit()
print("never")
