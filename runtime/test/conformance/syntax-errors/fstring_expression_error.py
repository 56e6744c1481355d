print(f"total: {1 +}")
