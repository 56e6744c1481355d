"""Records what CPython 3.11 makes of the sources in the files beside this one.

    python3 record.py            # records all of them anew; add a source with an empty result first

errors.jsonl: [source, mode, kind, message, lineno, offset, end_lineno, end_offset, text], or [source, mode] if it parses.
trees.jsonl: [source, mode, tree], the tree in the notation of `dump` below, which `dump-tree.ts` shares.
warnings.jsonl: [source, [category, message, lineno]...].
"""

import ast
import json
import os
import struct
import sys
import warnings

OPERATORS = {
    'Add': '+', 'Sub': '-', 'Mult': '*', 'Div': '/', 'FloorDiv': '//', 'Mod': '%', 'Pow': '**', 'LShift': '<<',
    'RShift': '>>', 'BitAnd': '&', 'BitOr': '|', 'BitXor': '^', 'MatMult': '@', 'Not': 'not', 'USub': '-', 'UAdd': '+',
    'Invert': '~', 'And': 'and', 'Or': 'or', 'Eq': '==', 'NotEq': '!=', 'Lt': '<', 'LtE': '<=', 'Gt': '>', 'GtE': '>=',
    'Is': 'is', 'IsNot': 'is not', 'In': 'in', 'NotIn': 'not in', 'Load': 'Load', 'Store': 'Store', 'Del': 'Del',
}
LEFT_OUT = {'type_comment', 'type_ignores', 'kind', 'ctx'}


def constant(value):
    if value is None or value is True or value is False:
        return str(value)
    if value is ...:
        return '...'
    if isinstance(value, int):
        return f'i{value:x}'
    if isinstance(value, str):
        return 's' + value.encode('utf-16-be', 'surrogatepass').hex()
    if isinstance(value, float):
        return 'f' + struct.pack('>d', value).hex()
    if isinstance(value, complex):
        return 'c' + struct.pack('>d', value.imag).hex()
    return 'b' + value.hex()


def dump(node):
    """Field values in alphabetical order of their names; positions as line:column-line:column, columns in bytes."""
    if node is None:
        return '~'
    if isinstance(node, list):
        return '[' + ' '.join(map(dump, node)) + ']'
    if isinstance(node, str):
        return json.dumps(node, ensure_ascii=False)
    if isinstance(node, int):
        return str(node)
    name = type(node).__name__
    if name in OPERATORS and not node._fields:
        return OPERATORS[name]
    where = f'@{node.lineno}:{node.col_offset}-{node.end_lineno}:{node.end_col_offset}' if 'lineno' in node._attributes else ''
    fields = []
    for field in sorted(set(node._fields) - LEFT_OUT):
        value = getattr(node, field)
        if field == 'value' and name in ('Constant', 'MatchSingleton'):
            fields.append(constant(value) + (getattr(node, 'kind', None) or ''))
        else:
            fields.append(dump(value))
    return f'{name}{where}({" ".join(fields)})'


def error(source, mode):
    try:
        compile(source, '<test>', mode, ast.PyCF_ONLY_AST)
        return [source, mode]
    except SyntaxError as e:
        return [source, mode, type(e).__name__, e.msg, e.lineno, e.offset, e.end_lineno, e.end_offset, e.text]


def warned(source):
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter('always')
        compile(source, '<test>', 'exec', ast.PyCF_ONLY_AST)
    return [source, *([w.category.__name__, str(w.message), w.lineno] for w in caught)]


def rerecord(name, function):
    path = os.path.join(os.path.dirname(os.path.abspath(__file__)), name)
    with open(path, encoding='utf-8') as file:
        rows = [json.loads(line) for line in file]
    with open(path, 'w', encoding='utf-8') as file:
        for row in rows:
            file.write(json.dumps(function(row), ensure_ascii=False) + '\n')


if __name__ == '__main__':
    assert sys.version_info[:2] == (3, 11), 'the recordings are those of CPython 3.11'
    warnings.simplefilter('ignore')
    rerecord('errors.jsonl', lambda row: error(row[0], row[1]))
    rerecord('trees.jsonl', lambda row: [row[0], row[1], dump(ast.parse(row[0], mode=row[1]))])
    rerecord('warnings.jsonl', lambda row: warned(row[0]))
