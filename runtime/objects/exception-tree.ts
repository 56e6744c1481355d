/** Every built-in exception type, bases before what derives from them. */
import type { TypeSpec } from './native.ts';
import { BASE_EXCEPTION_SPEC, PLAIN_EXCEPTION_SPECS } from './exception-types.ts';
import { OS_ERROR_SPECS } from './exception-os.ts';
import { INDENTATION_ERROR_SPEC, SYNTAX_ERROR_SPEC, TAB_ERROR_SPEC } from './exception-syntax.ts';
import { UNICODE_ERROR_SPECS } from './exception-unicode.ts';
import { BASE_EXCEPTION_GROUP_SPEC, EXCEPTION_GROUP_SPEC } from './exception-group.ts';

export const EXCEPTION_SPECS: readonly TypeSpec[] = [
  BASE_EXCEPTION_SPEC,
  ...PLAIN_EXCEPTION_SPECS,
  ...OS_ERROR_SPECS,
  SYNTAX_ERROR_SPEC,
  INDENTATION_ERROR_SPEC,
  TAB_ERROR_SPEC,
  ...UNICODE_ERROR_SPECS,
  BASE_EXCEPTION_GROUP_SPEC,
  EXCEPTION_GROUP_SPEC,
];
