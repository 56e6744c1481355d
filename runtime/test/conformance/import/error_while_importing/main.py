import outer_mod
