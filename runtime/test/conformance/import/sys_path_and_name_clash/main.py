import sys, string
print(string.marker)
import lib_dir.tool
print(lib_dir.tool.where())
sys.path.insert(0, sys.path[0] + "/extra")
import extra_mod
print(extra_mod.v)
