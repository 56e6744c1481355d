print(1j, 2.5J, 1 + 2j, -1j, 0j)
print((1 + 2j) * (3 - 1j))
print((1 + 2j).real, (1 + 2j).imag, abs(3 + 4j))
print(complex(1, -0.0), complex("1+2j"))
