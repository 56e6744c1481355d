result = some_function(argument_one, argument_two, another(call, with_, many, args)) + [1, 2, 3 4, 5] + other
