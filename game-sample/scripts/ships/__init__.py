"""Ships: one tasklet each, which flies, works and waits in straight-line code."""
from .hauler import Hauler
from .miner import Miner
from .trader import Trader

KINDS = {cls.kind: cls for cls in (Miner, Hauler, Trader)}
