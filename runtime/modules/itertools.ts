/** `itertools`: iterators as types with plain positions, so that each can be suspended and saved anywhere. */
import type { ModuleSpec } from '../objects/native.ts';
import { ACCUMULATE_SPEC, CHAIN_SPEC, ISLICE_SPEC, PAIRWISE_SPEC, ZIP_LONGEST_SPEC } from './itertools-chain.ts';
import {
  COMBINATIONS_SPEC,
  PERMUTATIONS_SPEC,
  PRODUCT_SPEC,
  WITH_REPLACEMENT_SPEC,
} from './itertools-combinatorics.ts';
import { COUNT_SPEC, CYCLE_SPEC, REPEAT_SPEC } from './itertools-endless.ts';
import {
  COMPRESS_SPEC,
  DROP_WHILE_SPEC,
  FILTER_FALSE_SPEC,
  STARMAP_SPEC,
  TAKE_WHILE_SPEC,
} from './itertools-filter.ts';
import { GROUPER_SPEC, GROUP_BY_SPEC, TEE_FUNCTION, TEE_LINK_SPEC, TEE_SPEC } from './itertools-groups.ts';

export const ITERTOOLS_SPEC: ModuleSpec = {
  name: 'itertools',
  doc: 'Functional tools for creating and using iterators.',
  functions: { tee: TEE_FUNCTION },
  types: [
    ACCUMULATE_SPEC,
    CHAIN_SPEC,
    COMBINATIONS_SPEC,
    WITH_REPLACEMENT_SPEC,
    COMPRESS_SPEC,
    COUNT_SPEC,
    CYCLE_SPEC,
    DROP_WHILE_SPEC,
    FILTER_FALSE_SPEC,
    GROUP_BY_SPEC,
    GROUPER_SPEC,
    ISLICE_SPEC,
    PAIRWISE_SPEC,
    PERMUTATIONS_SPEC,
    PRODUCT_SPEC,
    REPEAT_SPEC,
    STARMAP_SPEC,
    TAKE_WHILE_SPEC,
    TEE_SPEC,
    TEE_LINK_SPEC,
    ZIP_LONGEST_SPEC,
  ],
};
