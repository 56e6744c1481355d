print("init sub")
from .. import VERSION as parent_version
from ..shapes import Circle
def helper(): return f"helper of {__name__} with {parent_version} {Circle.__module__}"
