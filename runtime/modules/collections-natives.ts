/** `_collections`: the parts of `collections` that are native. The others are in runtime/prelude/collections/. */
import type { ModuleSpec } from '../objects/native.ts';
import { DEQUE_ITERATOR_SPEC, DEQUE_REVERSE_ITERATOR_SPEC, DEQUE_SPEC } from './deque-type.ts';
import { TUPLE_GETTER_SPEC } from './tuple-getter.ts';

export const COLLECTIONS_SPEC: ModuleSpec = {
  name: '_collections',
  doc: 'High performance data structures.',
  types: [DEQUE_SPEC, DEQUE_ITERATOR_SPEC, DEQUE_REVERSE_ITERATOR_SPEC, TUPLE_GETTER_SPEC],
};
