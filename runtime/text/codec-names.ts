/** The encodings there are, and the names they go by. */

/** An encoding this runtime has. */
export type CodecName =
  | 'utf-8'
  | 'utf-8-sig'
  | 'utf-16'
  | 'utf-16-le'
  | 'utf-16-be'
  | 'utf-32'
  | 'utf-32-le'
  | 'utf-32-be'
  | 'ascii'
  | 'latin-1'
  | 'cp1252';

const ALIASES: ReadonlyMap<string, CodecName> = aliases([
  ['utf-8', 'utf_8 utf8 u8 utf utf8_ucs2 utf8_ucs4 cp65001'],
  ['utf-8-sig', 'utf_8_sig'],
  ['utf-16', 'utf_16 utf16 u16'],
  ['utf-16-le', 'utf_16_le utf_16le unicodelittleunmarked'],
  ['utf-16-be', 'utf_16_be utf_16be unicodebigunmarked'],
  ['utf-32', 'utf_32 utf32 u32'],
  ['utf-32-le', 'utf_32_le utf_32le'],
  ['utf-32-be', 'utf_32_be utf_32be'],
  [
    'ascii',
    'ascii 646 ansi_x3.4_1968 ansi_x3_4_1968 ansi_x3.4_1986 cp367 csascii ibm367 iso646_us iso_646.irv_1991 iso_ir_6 us us_ascii',
  ],
  [
    'latin-1',
    'latin_1 latin1 latin l1 8859 cp819 csisolatin1 ibm819 iso8859 iso8859_1 iso_8859_1 iso_8859_1_1987 iso_ir_100',
  ],
  ['cp1252', 'cp1252 1252 windows_1252'],
]);

function aliases(rows: readonly (readonly [CodecName, string])[]): ReadonlyMap<string, CodecName> {
  const map = new Map<string, CodecName>();
  for (const [name, words] of rows) for (const word of words.split(' ')) map.set(word, name);
  return map;
}

/** Returns the codec that `name` means, or undefined (a LookupError: `unknown encoding: name`). */
export function findCodec(name: string): CodecName | undefined {
  return ALIASES.get(normalize(name));
}

const BUILT_IN_NAMES = /^(?:utf_?(?:8|16|32)|(?:us_)?ascii|latin_?1|iso_?8859_1)$/;

/**
 * Tells whether CPython serves this name without its codec registry. Failures other than UnicodeError
 * from the registry's codecs are reported with the name in front.
 */
export function isBuiltInCodec(name: string): boolean {
  return BUILT_IN_NAMES.test(normalize(name));
}

/** Runs of anything but letters, digits and dots separate words; those at the ends do not count. */
function normalize(name: string): string {
  const words = name.toLowerCase().split(/[^a-z0-9.]+/);
  return words.filter((word) => word !== '').join('_');
}

/** The characters of bytes 0x80 to 0x9f in cp1252; U+0000 marks the five bytes that have none. */
export const CP1252_HIGH =
  '\u20ac\0\u201a\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\0\u017d\0\0\u2018\u2019\u201c\u201d\u2022\u2013\u2014\u02dc\u2122\u0161\u203a\u0153\0\u017e\u0178';
