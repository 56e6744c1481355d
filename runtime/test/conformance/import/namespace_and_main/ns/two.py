from .one import v as first
v = first + " two"
