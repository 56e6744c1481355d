print("score:" score, "lives")
