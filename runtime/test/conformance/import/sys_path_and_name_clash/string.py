marker = "my own string module"
