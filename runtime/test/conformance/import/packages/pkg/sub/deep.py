print("init deep")
where = __name__
def up():
    from .. import VERSION
    from ..sub import helper
    from . import helper as same
    return VERSION, helper is same
