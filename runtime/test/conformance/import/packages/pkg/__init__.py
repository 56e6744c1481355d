print("init pkg", __name__)
VERSION = "1.0"
from . import shapes
