größe = 5
text = "日本語" + größe
