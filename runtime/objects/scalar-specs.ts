/** All scalar types, for `registry.ts`, and the continuations they share. */
import type { TypeSpec } from './native.ts';
import type { NativeKind } from './frame.ts';
import { BOOL_SPEC } from './bool.ts';
import { BYTEARRAY_SPEC } from './bytearray.ts';
import { BYTEARRAY_ITERATOR_SPEC, BYTES_ITERATOR_SPEC } from './bytes-iterator.ts';
import { BYTES_SPEC } from './bytes.ts';
import { COMPLEX_SPEC } from './complex.ts';
import { ELLIPSIS_SPEC } from './ellipsis.ts';
import { FLOAT_SPEC } from './float.ts';
import { FORMAT_RESULT_KIND } from './format.ts';
import { INT_SPEC } from './int.ts';
import { MEMORYVIEW_SPEC, MEMORY_ITERATOR_SPEC } from './memoryview.ts';
import { NONE_SPEC } from './none.ts';
import { NOT_IMPLEMENTED_SPEC } from './not-implemented.ts';
import { STR_ASCII_ITERATOR_SPEC, STR_ITERATOR_SPEC } from './str-iterator.ts';
import { STR_SPEC } from './str.ts';

export const SCALAR_SPECS: readonly TypeSpec[] = [
  NONE_SPEC,
  NOT_IMPLEMENTED_SPEC,
  ELLIPSIS_SPEC,
  INT_SPEC,
  BOOL_SPEC,
  FLOAT_SPEC,
  COMPLEX_SPEC,
  STR_SPEC,
  STR_ITERATOR_SPEC,
  STR_ASCII_ITERATOR_SPEC,
  BYTES_SPEC,
  BYTES_ITERATOR_SPEC,
  BYTEARRAY_SPEC,
  BYTEARRAY_ITERATOR_SPEC,
  MEMORYVIEW_SPEC,
  MEMORY_ITERATOR_SPEC,
];

/** Continuations that belong to no single type. */
export const SCALAR_KINDS: readonly NativeKind[] = [FORMAT_RESULT_KIND];
