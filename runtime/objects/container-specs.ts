/** All types of containers and iteration, for `registry.ts`, and the continuations they share. */
import type { TypeSpec } from './native.ts';
import type { NativeKind } from './frame.ts';
import { CALLABLE_ITERATOR_SPEC } from './callable-iterator.ts';
import { COLLECT_KINDS } from './collect.ts';
import { CONTAINER_REPR_KINDS } from './container-repr.ts';
import { DICT_SPECS } from './dict-type.ts';
import { ENUMERATE_SPEC } from './enumerate.ts';
import { FILTER_SPEC } from './filter.ts';
import { FROZENSET_SPEC } from './frozenset-type.ts';
import {
  LIST_ITERATOR_SPEC,
  LIST_REVERSE_ITERATOR_SPEC,
  LONG_RANGE_ITERATOR_SPEC,
  RANGE_ITERATOR_SPEC,
  SET_ITERATOR_SPEC,
  TUPLE_ITERATOR_SPEC,
} from './iterator-types.ts';
import { LENGTH_HINT_KINDS } from './length-hint.ts';
import { LIST_SPEC } from './list-type.ts';
import { MAP_SPEC } from './map.ts';
import { RANGE_SPEC } from './range-type.ts';
import { REVERSED_SPEC } from './reversed.ts';
import { SEQUENCE_COMPARE_KINDS } from './sequence-compare.ts';
import { SEQUENCE_INDEX_KINDS } from './sequence-index.ts';
import { SEQUENCE_SEARCH_KINDS } from './sequence-search.ts';
import { SET_SPEC } from './set-type.ts';
import { SLICE_BOUNDS_KINDS } from './slice-bounds.ts';
import { SLICE_SPEC } from './slice-type.ts';
import { TUPLE_SPEC } from './tuple-type.ts';
import { UNPACK_KINDS } from './unpack.ts';
import { ZIP_SPEC } from './zip.ts';

export const CONTAINER_SPECS: readonly TypeSpec[] = [
  LIST_SPEC,
  TUPLE_SPEC,
  ...DICT_SPECS,
  SET_SPEC,
  FROZENSET_SPEC,
  RANGE_SPEC,
  SLICE_SPEC,
  LIST_ITERATOR_SPEC,
  LIST_REVERSE_ITERATOR_SPEC,
  TUPLE_ITERATOR_SPEC,
  RANGE_ITERATOR_SPEC,
  LONG_RANGE_ITERATOR_SPEC,
  SET_ITERATOR_SPEC,
  ENUMERATE_SPEC,
  ZIP_SPEC,
  MAP_SPEC,
  FILTER_SPEC,
  REVERSED_SPEC,
  CALLABLE_ITERATOR_SPEC,
];

/** Continuations that belong to no single type. */
export const CONTAINER_KINDS: readonly NativeKind[] = [
  ...COLLECT_KINDS,
  ...CONTAINER_REPR_KINDS,
  ...LENGTH_HINT_KINDS,
  ...SEQUENCE_COMPARE_KINDS,
  ...SEQUENCE_INDEX_KINDS,
  ...SEQUENCE_SEARCH_KINDS,
  ...SLICE_BOUNDS_KINDS,
  ...UNPACK_KINDS,
];
