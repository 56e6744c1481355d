"""Building strings: concatenation, formatting, joining, splitting."""
bm_params = (20_000,)


def run(n):
    parts = []
    line = ''
    for i in range(n):
        word = 'item' + str(i)
        line += word[0] + '-'
        parts.append(f'{word}:{i % 10}')
    text = ','.join(parts)
    fields = text.split(',')
    return len(line), len(text), fields[n // 2].upper(), text.count(':7')


def result(n):
    digits = sum(len(str(i)) for i in range(n))
    middle = n // 2
    return 2 * n, 4 * n + digits + 2 * n + n - 1, f'ITEM{middle}:{middle % 10}', len(range(7, n, 10))
