print("raises runs")
raise ValueError("at import")
