/**
 * The operations of docs/core.md under one roof. They are written in files by noun; this one only names them, for those who use many.
 * All take `I` first and keep the invariant: a value with `I.frame` as it was, or undefined with `I.exc` set, or undefined and the result
 * is delivered later.
 */
export { binaryByMethods, binaryOp, inplaceOp, powerModulo, unaryOp } from './arithmetic.ts';
export { classAttributeKind, delAttr, getAttr, lookupAttr, setAttr } from './attribute.ts';
export { callMethod } from './call-special.ts';
export { compare, hash, isEqual, isSame, sameOrEqual } from './comparison.ts';
export { ascii, index, isTrue, len, repr, str, truth } from './conversion.ts';
export { contains, iter, iterNext } from './iteration.ts';
export { delItem, getItem, setItem } from './subscript.ts';
export { isInstance, isSubclass } from './type-check.ts';
export { isSubtype, lookupInType } from './type.ts';
