/**
 * Every built-in type of this room, and every native continuation that belongs to no type. The one list that installation and the restoring
 * of saved state read. `object`, `type` and `dict` are installed before it, types that only the VM can run after it.
 */
import type { NativeKind } from './frame.ts';
import type { TypeSpec } from './native.ts';
import { CONTAINER_KINDS, CONTAINER_SPECS } from './container-specs.ts';
import { SCALAR_KINDS, SCALAR_SPECS } from './scalar-specs.ts';
import { EXCEPTION_SPECS } from './exception-tree.ts';
import { RERAISE_STAR_KIND, GROUP_MATCH_KIND } from './exception-group.ts';
import { FORMAT_TRACEBACK_KIND } from './format-exception.ts';
import { BINARY_KIND, REFLECT_KIND } from './arithmetic.ts';
import { LOOKUP_ATTR_KIND } from './attribute.ts';
import { BUILD_CLASS_KIND } from './build-class.ts';
import { CALL_DELIVERED_KIND } from './call-special.ts';
import { CALL_NEW_KIND, GETATTR_HOOK_KIND, INIT_RESULT_KIND, NUMBER_RESULT_KIND } from './class-slots.ts';
import { COMPARE_KIND, EQUAL_TRUTH_KIND, HASH_RESULT_KIND, NOT_EQUAL_KIND } from './comparison.ts';
import {
  ASCII_KIND,
  BOOL_RESULT_KIND,
  INDEX_RESULT_KIND,
  LEN_RESULT_KIND,
  NOT_EMPTY_KIND,
  TEXT_RESULT_KIND,
} from './conversion.ts';
import { CONTAINS_KIND, ITER_RESULT_KIND, NEXT_RESULT_KIND, TRUTH_KIND } from './iteration.ts';
import { CLASS_GETITEM_KIND, DONE_KIND } from './subscript.ts';
import { RETURN_NONE_KIND, STOP_ITERATION_KIND } from './slot-wrappers.ts';
import { CHECK_TRUTH_KIND, CLAIMED_CLASS_KIND, NO_BASES_KIND, ONE_OF_KIND } from './type-check.ts';
import { JOIN_PARTS_KIND } from './text-parts.ts';
import { CLASSMETHOD_SPEC } from './classmethod.ts';
import { STATICMETHOD_SPEC } from './staticmethod.ts';
import { PROPERTY_SPEC } from './property.ts';
import { SUPER_SPEC } from './super.ts';
import { CELL_SPEC, FUNCTION_SPEC } from './function-type.ts';
import { METHOD_REDUCE_KIND, METHOD_SPEC } from './method-type.ts';
import { MODULE_SPEC } from './module-type.ts';
import { CODE_SPEC } from './code-type.ts';
import { FRAME_SPEC } from './frame-object.ts';
import { TRACEBACK_SPEC } from './traceback-type.ts';
import { NAMESPACE_SPEC } from './namespace.ts';
import { MAPPING_PROXY_SPEC } from './mapping-proxy-type.ts';
import { ALIAS_ITERATOR_SPEC, GENERIC_ALIAS_SPEC } from './generic-alias-type.ts';
import { UNION_SPEC } from './union-type.ts';
import { GETSET_SPEC, MEMBER_SPEC } from './member-type.ts';
import {
  CLASSMETHOD_DESCRIPTOR_SPEC,
  METHOD_DESCRIPTOR_SPEC,
  METHOD_WRAPPER_SPEC,
  NATIVE_SPEC,
  WRAPPER_DESCRIPTOR_SPEC,
} from './native-function-type.ts';
import { SEQUENCE_ITERATOR_SPEC } from './sequence-iterator.ts';
import { OBJECT_SPEC } from './object-type.ts';
import { TYPE_SPEC } from './type-type.ts';

/** Bases come before what derives from them. */
export const OBJECT_TYPE_SPECS: readonly TypeSpec[] = [
  NATIVE_SPEC,
  METHOD_DESCRIPTOR_SPEC,
  CLASSMETHOD_DESCRIPTOR_SPEC,
  WRAPPER_DESCRIPTOR_SPEC,
  METHOD_WRAPPER_SPEC,
  GETSET_SPEC,
  MEMBER_SPEC,
  ...SCALAR_SPECS,
  ...CONTAINER_SPECS,
  ...EXCEPTION_SPECS,
  STATICMETHOD_SPEC,
  CLASSMETHOD_SPEC,
  PROPERTY_SPEC,
  SUPER_SPEC,
  FUNCTION_SPEC,
  METHOD_SPEC,
  MODULE_SPEC,
  CELL_SPEC,
  CODE_SPEC,
  FRAME_SPEC,
  TRACEBACK_SPEC,
  NAMESPACE_SPEC,
  MAPPING_PROXY_SPEC,
  GENERIC_ALIAS_SPEC,
  ALIAS_ITERATOR_SPEC,
  UNION_SPEC,
  SEQUENCE_ITERATOR_SPEC,
];

/** Continuations of the operations; those of types are in their specs. */
const OPERATION_KINDS: readonly NativeKind[] = [
  BINARY_KIND,
  REFLECT_KIND,
  LOOKUP_ATTR_KIND,
  BUILD_CLASS_KIND,
  CALL_DELIVERED_KIND,
  CALL_NEW_KIND,
  GETATTR_HOOK_KIND,
  INIT_RESULT_KIND,
  NUMBER_RESULT_KIND,
  COMPARE_KIND,
  EQUAL_TRUTH_KIND,
  HASH_RESULT_KIND,
  NOT_EQUAL_KIND,
  ASCII_KIND,
  BOOL_RESULT_KIND,
  INDEX_RESULT_KIND,
  LEN_RESULT_KIND,
  NOT_EMPTY_KIND,
  TEXT_RESULT_KIND,
  CONTAINS_KIND,
  ITER_RESULT_KIND,
  NEXT_RESULT_KIND,
  TRUTH_KIND,
  CLASS_GETITEM_KIND,
  DONE_KIND,
  RETURN_NONE_KIND,
  STOP_ITERATION_KIND,
  CHECK_TRUTH_KIND,
  CLAIMED_CLASS_KIND,
  NO_BASES_KIND,
  ONE_OF_KIND,
  JOIN_PARTS_KIND,
  METHOD_REDUCE_KIND,
  GROUP_MATCH_KIND,
  RERAISE_STAR_KIND,
  FORMAT_TRACEBACK_KIND,
];

/** Every continuation of this room, each once. */
export const OBJECT_KINDS: readonly NativeKind[] = [
  ...new Set([
    ...OPERATION_KINDS,
    ...CONTAINER_KINDS,
    ...SCALAR_KINDS,
    ...[OBJECT_SPEC, TYPE_SPEC, ...OBJECT_TYPE_SPECS].flatMap((spec) => spec.kinds ?? []),
  ]),
];
