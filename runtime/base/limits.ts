/**
 * Bounds that are the same on every target. What a target may choose is in its profile, not here.
 * Each says where its number comes from; each has a test on both sides of it.
 */

/** Brackets open at once in source text. CPython's tokenizer has the same number. */
export const MAX_OPEN_BRACKETS = 200;

/** Indentation levels open at once. CPython's tokenizer has the same number, one of them being level zero. */
export const MAX_INDENT_LEVELS = 100;

/**
 * Nested calls of the parser's recursive rules, counted at expressions and blocks. One unit costs the JavaScript stack
 * about ten calls, 2 KiB on V8, so the parser needs at most 600 KiB of the 984 KiB that hosts give. CPython stops at 6,000
 * calls of its generated parser, which for lambdas in lambdas is the same depth within a factor of two.
 */
export const MAX_PARSE_DEPTH = 300;

/** Decimal digits of an `int` literal: CPython's default for `sys.set_int_max_str_digits`. */
export const MAX_INT_LITERAL_DIGITS = 4300;
