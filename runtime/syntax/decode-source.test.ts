import { expect, it } from 'vitest';
import { decodeSource } from './decode-source.ts';

const bytes = (text: string) => Uint8Array.from(text, (char) => char.charCodeAt(0));

it.each([
  ['x\xc3\xa9\xe2\x82\xac\xf0\x9d\x94\x98', 'xé€𝔘'],
  ['\xef\xbb\xbfx', 'x'],
  ['\xef\xbb\xbf# coding: utf-8\nx', '# coding: utf-8\nx'],
  ['# -*- coding: latin-1 -*-\n\xe9', '# -*- coding: latin-1 -*-\né'],
  ['\n# vim: set fileencoding=iso-8859-1 :\n\xe9', '\n# vim: set fileencoding=iso-8859-1 :\né'],
  ['x = 1\n# coding: foo', 'x = 1\n# coding: foo'],
  ['\n\n# coding: foo', '\n\n# coding: foo'],
  ['# coding: UTF_8-sig\nx', '# coding: UTF_8-sig\nx'],
  ['# coding: ascii\nx', '# coding: ascii\nx'],
])('decodes %j', (source, text) => expect(decodeSource(bytes(source))).toBe(text));

it.each([
  ['x\n\xf6', "(unicode error) 'utf-8' codec can't decode byte 0xf6 in position 2: invalid start byte"],
  ['\xe2\x28', "(unicode error) 'utf-8' codec can't decode byte 0xe2 in position 0: invalid continuation byte"],
  ['\xe2\x82', "(unicode error) 'utf-8' codec can't decode bytes in position 0-1: unexpected end of data"],
  ['\xf0\x90\x28', "(unicode error) 'utf-8' codec can't decode bytes in position 0-1: invalid continuation byte"],
  ['\xed\xa0\x80', "(unicode error) 'utf-8' codec can't decode byte 0xed in position 0: invalid continuation byte"],
  ['\xc0\x80', "(unicode error) 'utf-8' codec can't decode byte 0xc0 in position 0: invalid start byte"],
  ['# coding: ascii\n\xe9', "'ascii' codec can't decode byte 0xe9 in position 16: ordinal not in range(128)"],
  ['# coding: foo\n', 'unknown encoding: foo'],
  ['\xef\xbb\xbf# coding: latin-1\n', 'encoding problem: iso-8859-1 with BOM'],
])('refuses %j', (source, message) => expect(() => decodeSource(bytes(source))).toThrow(message));

it('decodes texts longer than a call has arguments', () => {
  const text = 'é'.repeat(300_000);
  expect(decodeSource(new TextEncoder().encode(text))).toBe(text);
});
