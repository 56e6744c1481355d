class Pattern: pass
class Match: pass
