/**
 * Constants as Python would write them, for listings and messages. Close to `repr`, and equal to it for numbers and plain text;
 * this floor has no table of printable characters, so all letters beyond ASCII count as printable.
 */
import type { CodeObject, Constant } from './code-object.ts';

export function reprConstant(value: Constant): string {
  if (value === null) return 'None';
  switch (typeof value) {
    case 'boolean':
      return value ? 'True' : 'False';
    case 'number':
    case 'bigint':
      return String(value);
    case 'string':
      return quote(value, '');
  }
  switch (value.type) {
    case 'float':
      return floatText(value.value);
    case 'complex':
      return complexText(value.real, value.imag);
    case 'bytes':
      return quote(String.fromCharCode(...value.value), 'b');
    case 'ellipsis':
      return 'Ellipsis';
    case 'tuple':
      if (value.items.length === 1) return `(${reprConstant(value.items[0])},)`;
      return `(${value.items.map(reprConstant).join(', ')})`;
    case 'frozenset':
      if (value.items.length === 0) return 'frozenset()';
      return `frozenset({${value.items.map(reprConstant).join(', ')}})`;
    case 'code':
      return codeText(value);
  }
}

/** `<code object f, file "x.py", line 1>`, without the address that Python shows. */
export function codeText(code: CodeObject): string {
  return `<code object ${code.name}, file "${code.filename}", line ${code.firstLineno}>`;
}

function floatText(value: number): string {
  if (Number.isNaN(value)) return 'nan';
  if (!Number.isFinite(value)) return value > 0 ? 'inf' : '-inf';
  if (Object.is(value, -0)) return '-0.0';
  const magnitude = Math.abs(value);
  let text = String(value);
  if (magnitude >= 1e16 || (magnitude < 1e-4 && magnitude > 0)) {
    text = value.toExponential().replace(/e([+-])(\d)$/, 'e$10$2');
  } else if (!text.includes('.')) {
    text += '.0';
  }
  return text;
}

function complexText(real: number, imag: number): string {
  const part = (value: number): string => floatText(value).replace(/\.0$/, '');
  if (real === 0 && !Object.is(real, -0)) return `${part(imag)}j`;
  const sign = imag < 0 || Object.is(imag, -0) ? '' : '+';
  return `(${part(real)}${sign}${part(imag)}j)`;
}

const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };

function quote(text: string, prefix: string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  let out = prefix + mark;
  for (const char of text) {
    const code = char.codePointAt(0)!;
    if (char === mark) out += `\\${char}`;
    else if (char in ESCAPES) out += ESCAPES[char];
    else if (code < 32 || code === 127 || (code > 127 && (code < 160 || prefix === 'b'))) out += `\\x${hex(code, 2)}`;
    else if (code >= 0xd800 && code < 0xe000) out += `\\u${hex(code, 4)}`;
    else out += char;
  }
  return out + mark;
}

function hex(code: number, width: number): string {
  return code.toString(16).padStart(width, '0');
}
