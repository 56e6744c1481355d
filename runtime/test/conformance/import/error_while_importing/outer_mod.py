print("outer")
import inner_mod
