print("main runs")
import bad
