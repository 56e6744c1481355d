/** isalpha() and its family, on whole strings. */
import {
  decimalValue,
  isAlphaCode,
  isCasedCode,
  isDigitCode,
  isIdContinueCode,
  isIdStartCode,
  isLowerCode,
  isNumericCode,
  isPrintableCode,
  isSpaceCode,
  isTitleCode,
  isUpperCode,
} from './unicode-data.ts';

function every(text: string, test: (code: number) => boolean): boolean {
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    if (!test(code)) return false;
    unit += code > 0xffff ? 2 : 1;
  }
  return text.length > 0;
}

/** text.isalpha() */
export function isAlphaStr(text: string): boolean {
  return every(text, isAlphaCode);
}

/** text.isalnum() */
export function isAlnumStr(text: string): boolean {
  return every(text, (code) => isAlphaCode(code) || isNumericCode(code));
}

/** text.isdecimal() */
export function isDecimalStr(text: string): boolean {
  return every(text, (code) => decimalValue(code) >= 0);
}

/** text.isdigit() */
export function isDigitStr(text: string): boolean {
  return every(text, isDigitCode);
}

/** text.isnumeric() */
export function isNumericStr(text: string): boolean {
  return every(text, isNumericCode);
}

/** text.isspace() */
export function isSpaceStr(text: string): boolean {
  return every(text, isSpaceCode);
}

/** text.isprintable(), which holds for the empty string too. */
export function isPrintableStr(text: string): boolean {
  return text === '' || every(text, isPrintableCode);
}

/** text.isascii(), which holds for the empty string too. */
export function isAsciiStr(text: string): boolean {
  // eslint-disable-next-line no-control-regex
  return !/[^\x00-\x7f]/.test(text);
}

/** text.isidentifier() */
export function isIdentifierStr(text: string): boolean {
  return text !== '' && isIdStartCode(text.codePointAt(0)!) && every(text, isIdContinueCode);
}

/** text.isupper(): no lower or title case character, and at least one upper. */
export function isUpperStr(text: string): boolean {
  let hasUpper = false;
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    if (isLowerCode(code) || isTitleCode(code)) return false;
    if (isUpperCode(code)) hasUpper = true;
    unit += code > 0xffff ? 2 : 1;
  }
  return hasUpper;
}

/** text.islower(): no upper or title case character, and at least one lower. */
export function isLowerStr(text: string): boolean {
  let hasLower = false;
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    if (isUpperCode(code) || isTitleCode(code)) return false;
    if (isLowerCode(code)) hasLower = true;
    unit += code > 0xffff ? 2 : 1;
  }
  return hasLower;
}

/** text.istitle(): upper or title case exactly after characters without case. */
export function isTitleStr(text: string): boolean {
  let hasCased = false;
  let isInWord = false;
  for (let unit = 0; unit < text.length;) {
    const code = text.codePointAt(unit)!;
    if (isUpperCode(code) || isTitleCode(code)) {
      if (isInWord) return false;
      isInWord = true;
      hasCased = true;
    } else if (isLowerCode(code)) {
      if (!isInWord) return false;
      hasCased = true;
    } else {
      isInWord = isCasedCode(code);
    }
    unit += code > 0xffff ? 2 : 1;
  }
  return hasCased;
}
