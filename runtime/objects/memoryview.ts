/**
 * `memoryview`: one-dimensional views of bytes and bytearray.
 *
 * CPython forbids resizing a bytearray while any view of it is alive, which reference counts tell it. Without them only views entered
 * by `with` hold their bytearray (PyByteArray.exports); any other view of a bytearray that has become too short counts as released.
 */
import { argumentTypeName } from './str-arguments.ts';
import type { Interp } from './interp.ts';
import type { TypeSpec } from './native.ts';
import { bound, noArgs, someArgs } from './native.ts';
import { PyObject, STOP } from './value.ts';
import type { Value } from './value.ts';
import type { PyType } from './type.ts';
import { PyByteArray, PyBytes, PyMemoryView } from './scalar-payload.ts';
import { addressOf } from './address.ts';
import { argumentKind } from './argument.ts';
import { bufferArgument, newBytes } from './bytes-conversion.ts';
import { hexOf } from './bytes-methods.ts';
import { chargeGrowth } from './growth.ts';
import { newList } from './list.ts';
import { formatSize, readItem, writeItem } from './memoryview-items.ts';
import { indexError, notImplementedError, typeError, valueError } from './raise.ts';
import { SubscriptMode, subscriptSlow } from './sequence-index.ts';
import { sliceBounds } from './slice-bounds.ts';
import { PySlice } from './slice.ts';
import { resolvedAtOnce } from './str-subscript.ts';
import { PyTuple, newTuple } from './tuple.ts';
import { typeName, typeOf } from './type-of.ts';
import { asBuffer, asInt, asStr, viewBytes } from './unwrap.ts';
import { hashBytes } from '../numeric/hash.ts';

export { PyMemoryView } from './scalar-payload.ts';

type R = Value | undefined;

function newView(
  I: Interp,
  owner: PyBytes | PyByteArray,
  offset: number,
  count: number,
  stride: number,
  format: string,
  itemSize: number,
): PyMemoryView {
  I.bytesLeft -= 23 * I.memory.pointerBytes;
  return new PyMemoryView(I.typeFor(MEMORYVIEW_SPEC), owner, offset, count, stride, format, itemSize);
}

function memoryviewNew(I: Interp, _cls: PyType, args: Value[], kw: readonly string[] | null): R {
  if (args.length !== 1 || (kw !== null && kw[0] !== 'object')) {
    if (args.length === 0) return typeError(I, "memoryview() missing required argument 'object' (pos 1)");
    if (args.length === 1) return typeError(I, `'${kw![0]}' is an invalid keyword argument for memoryview()`);
    return typeError(I, `memoryview() takes at most 1 argument (${args.length} given)`);
  }
  const source = args[0]!;
  if (source instanceof PyMemoryView) {
    const owner = ownerOf(I, source);
    if (owner === undefined) return undefined;
    const view = newView(I, owner, source.offset, source.count, source.stride, source.format, source.itemSize);
    view.source = source.source;
    view.readonly = source.readonly;
    return view;
  }
  if (source instanceof PyBytes || source instanceof PyByteArray) {
    const view = newView(I, source, 0, asBuffer(source)!.length, 1, 'B', 1);
    view.readonly = source instanceof PyBytes;
    return view;
  }
  return typeError(I, `memoryview: a bytes-like object is required, not '${typeName(I, source)}'`);
}

/** The memory of a view; undefined: it was released (ValueError raised). */
function ownerOf(I: Interp, v: PyMemoryView): PyBytes | PyByteArray | undefined {
  const owner = v.owner;
  if (owner === null || !fits(v, owner)) return valueError(I, 'operation forbidden on released memoryview object');
  return owner;
}

function fits(v: PyMemoryView, owner: PyBytes | PyByteArray): boolean {
  if (owner instanceof PyBytes || v.count === 0) return true;
  const last = v.offset + (v.count - 1) * v.stride;
  return Math.max(v.offset, last) + v.itemSize <= owner.length;
}

function bytesOf(I: Interp, v: PyMemoryView): Uint8Array | undefined {
  if (ownerOf(I, v) === undefined) return undefined;
  const length = v.count * v.itemSize;
  I.ticks -= length >> 6;
  return chargeGrowth(I, length) ? viewBytes(v)!.slice() : undefined;
}

function indexOf(I: Interp, v: PyMemoryView, key: number): number | undefined {
  const at = key < 0 ? key + v.count : key;
  return at < 0 || at >= v.count ? indexError(I, 'index out of bounds on dimension 1') : v.offset + at * v.stride;
}

function isSubscript(I: Interp, key: Value): boolean {
  return key instanceof PySlice || asInt(key) !== undefined || typeOf(I, key).slots.index !== null;
}

function getItem(I: Interp, v: PyMemoryView, key: Value): R {
  const owner = ownerOf(I, v);
  if (owner === undefined) return undefined;
  if (typeof key === 'number') {
    const at = indexOf(I, v, key);
    return at === undefined ? undefined : readItem(I, owner.data, at, v.format);
  }
  if (key instanceof PySlice && resolvedAtOnce(key)) return slice(I, v, owner, key);
  if (!isSubscript(I, key)) return typeError(I, 'memoryview: invalid slice key');
  return subscriptSlow(I, 'memoryview', v, key, SubscriptMode.GET, undefined);
}

function slice(I: Interp, v: PyMemoryView, owner: PyBytes | PyByteArray, key: PySlice): PyMemoryView | undefined {
  const bounds = sliceBounds(I, key, v.count);
  if (bounds === undefined) return undefined;
  const view = newView(
    I,
    owner,
    v.offset + bounds.start * v.stride,
    bounds.count,
    v.stride * bounds.step,
    v.format,
    v.itemSize,
  );
  view.source = v.source;
  view.readonly = v.readonly;
  return view;
}

function setItem(I: Interp, v: PyMemoryView, key: Value, value: Value | undefined): true | undefined {
  const owner = ownerOf(I, v);
  if (owner === undefined) return undefined;
  if (v.readonly) return typeError(I, 'cannot modify read-only memory');
  if (value === undefined) return typeError(I, 'cannot delete memory');
  if (typeof key === 'number') {
    const at = indexOf(I, v, key);
    return at === undefined ? undefined : writeItem(I, owner.data, at, v.format, value);
  }
  if (key instanceof PySlice && resolvedAtOnce(key)) {
    const target = slice(I, v, owner, key);
    if (target === undefined) return undefined;
    const source = bufferArgument(I, value);
    if (source === undefined) return undefined;
    const sourceFormat = value instanceof PyMemoryView ? value.format : 'B';
    if (sourceFormat !== target.format || source.length !== target.count * target.itemSize) {
      return valueError(I, 'memoryview assignment: lvalue and rvalue have different structures');
    }
    const copy = source.slice();
    for (let i = 0; i < target.count; i++) {
      owner.data.set(copy.subarray(i * target.itemSize, (i + 1) * target.itemSize), target.offset + i * target.stride);
    }
    return true;
  }
  if (!isSubscript(I, key)) return typeError(I, 'memoryview: invalid slice key');
  return subscriptSlow(I, 'memoryview', v, key, SubscriptMode.SET, value);
}

function items(I: Interp, v: PyMemoryView): Value[] | undefined {
  const owner = ownerOf(I, v);
  if (owner === undefined) return undefined;
  I.ticks -= v.count >> 3;
  if (!chargeGrowth(I, v.count * I.memory.pointerBytes)) return undefined;
  const list: Value[] = [];
  for (let i = 0; i < v.count; i++) list.push(readItem(I, owner.data, v.offset + i * v.stride, v.format));
  return list;
}

function compareViews(I: Interp, op: number, a: PyMemoryView, b: Value): R {
  if (op !== 2 && op !== 3) return I.NotImplemented;
  const answer = isEqual(I, a, b);
  return answer === undefined ? I.NotImplemented : answer === (op === 2);
}

function isEqual(I: Interp, a: PyMemoryView, b: Value): boolean | undefined {
  if (a === b) return true;
  if (!(b instanceof PyMemoryView) && !(b instanceof PyBytes) && !(b instanceof PyByteArray)) return undefined;
  if (a.owner === null || (b instanceof PyMemoryView && b.owner === null)) return false;
  const other = b instanceof PyMemoryView ? b : newView(I, b, 0, asBuffer(b)!.length, 1, 'B', 1);
  if (a.count !== other.count || !fits(a, a.owner) || !fits(other, other.owner!)) return false;
  I.ticks -= a.count >> 3;
  for (let i = 0; i < a.count; i++) {
    const x = readItem(I, a.owner.data, a.offset + i * a.stride, a.format);
    const y = readItem(I, other.owner!.data, other.offset + i * other.stride, other.format);
    if (comparable(x) !== comparable(y)) return false;
  }
  return true;
}

/** Numbers of different formats compare by value; single bytes (format c) as text, which equals no number. */
function comparable(v: Value): unknown {
  if (v instanceof PyBytes) return 'c' + v.data[0];
  if (typeof v === 'boolean') return v ? 1 : 0;
  return typeof v === 'object' ? (v as { value?: unknown } | null)?.value : v;
}

function hashView(I: Interp, v: PyMemoryView): number | bigint | undefined {
  if (v.hash !== null) return v.hash;
  if (ownerOf(I, v) === undefined) return undefined;
  if (!v.readonly) return valueError(I, 'cannot hash writable memoryview object');
  if (v.format !== 'B' && v.format !== 'b' && v.format !== 'c') {
    return valueError(I, "memoryview: hashing is restricted to formats 'B', 'b' or 'c'");
  }
  I.ticks -= v.count >> 6;
  v.hash = hashBytes(viewBytes(v)!);
  return v.hash;
}

function cast(I: Interp, v: PyMemoryView, args: any[]): R {
  const owner = ownerOf(I, v);
  if (owner === undefined) return undefined;
  const format = asStr(args[0]);
  if (format === undefined)
    return typeError(I, `cast() argument 'format' must be str, not ${argumentTypeName(I, args[0])}`);
  if (v.stride !== v.itemSize) return typeError(I, 'memoryview: casts are restricted to C-contiguous views');
  const size = formatSize(I, format);
  if (size === 0) {
    return valueError(
      I,
      "memoryview: destination format must be a native single character format prefixed with an optional '@'",
    );
  }
  const isByte = (code: string): boolean => 'Bbc'.includes(code.replace('@', ''));
  if (!isByte(format) && !isByte(v.format)) return typeError(I, 'memoryview: cannot cast between two non-byte formats');
  const length = v.count * v.itemSize;
  if (length % size !== 0) return typeError(I, 'memoryview: length is not a multiple of itemsize');
  if (args[1] !== undefined && !isOneDimension(args[1], length / size)) {
    return notImplementedError(I, 'memoryview: views of more than one dimension are not supported');
  }
  const view = newView(I, owner, v.offset, length / size, size, format, size);
  view.source = v.source;
  view.readonly = v.readonly;
  return view;
}

function isOneDimension(shape: Value, count: number): boolean {
  const sizes = shape instanceof PyTuple ? shape.items : (shape as { items?: readonly Value[] } | null)?.items;
  return Array.isArray(sizes) && sizes.length === 1 && sizes[0] === count;
}

function release(_I: Interp, v: PyMemoryView): null {
  if (v.isHeld && v.owner instanceof PyByteArray) v.owner.exports--;
  v.isHeld = false;
  v.owner = null;
  return null;
}

function enter(I: Interp, v: PyMemoryView): R {
  const owner = ownerOf(I, v);
  if (owner === undefined) return undefined;
  if (owner instanceof PyByteArray && !v.isHeld) {
    owner.exports++;
    v.isHeld = true;
  }
  return v;
}

const HEX_KIND = argumentKind('memoryview.hex.arguments', hex);
function hex(I: Interp, v: PyMemoryView, args: any[]): R {
  const data = bytesOf(I, v);
  return data === undefined ? undefined : hexOf(I, HEX_KIND, v, data, args);
}

function toBytes(I: Interp, v: PyMemoryView, args: any[]): R {
  if (args[0] !== null) {
    const order = asStr(args[0]);
    if (order === undefined)
      return typeError(I, `tobytes() argument 'order' must be str or None, not ${argumentTypeName(I, args[0])}`);
    if (order !== 'C' && order !== 'F' && order !== 'A') return valueError(I, "order must be 'C', 'F' or 'A'");
  }
  const data = bytesOf(I, v);
  return data === undefined ? undefined : newBytes(I, data);
}

function readOnly(I: Interp, v: PyMemoryView): R {
  const owner = ownerOf(I, v);
  if (owner === undefined) return undefined;
  const view = newView(I, owner, v.offset, v.count, v.stride, v.format, v.itemSize);
  view.source = v.source;
  view.readonly = true;
  return view;
}

/** An attribute that a released view does not have. */
function attribute(read: (I: Interp, v: PyMemoryView) => Value): { get: (I: Interp, v: PyMemoryView) => R } {
  return { get: (I, v) => (ownerOf(I, v) === undefined ? undefined : read(I, v)) };
}

const isContiguous = attribute((_I, v) => v.stride === v.itemSize || v.count <= 1);

/** memory_iterator: `view` is null once exhausted. */
export class PyMemoryIterator extends PyObject {
  view: PyMemoryView | null;
  index: number;
  constructor(cls: PyType, view: PyMemoryView) {
    super(cls);
    this.view = view;
    this.index = 0;
  }
}

export const MEMORY_ITERATOR_SPEC: TypeSpec = {
  name: 'memory_iterator',
  isFinal: true,
  slots: {
    iter: (_I, it) => it,
    next: (I, it: PyMemoryIterator) => {
      const view = it.view;
      if (view === null) return STOP;
      if (it.index < view.count) return getItem(I, view, it.index++);
      it.view = null;
      return STOP;
    },
    visit: (it: PyMemoryIterator, visit) => {
      if (it.view !== null) visit(it.view);
    },
    sizeOf: (I) => 8 * I.memory.pointerBytes,
  },
};

export const MEMORYVIEW_SPEC: TypeSpec = {
  name: 'memoryview',
  isFinal: true,
  doc: 'Create a new memoryview object which references the given object.',
  slots: {
    new: memoryviewNew,
    repr: (I, v: PyMemoryView) => `<${v.owner === null ? 'released ' : ''}memory at ${addressOf(I, v)}>`,
    hash: hashView,
    compare: compareViews,
    len: (I, v: PyMemoryView) => (ownerOf(I, v) === undefined ? undefined : v.count),
    iter: (I, v: PyMemoryView) =>
      ownerOf(I, v) === undefined ? undefined : new PyMemoryIterator(I.typeFor(MEMORY_ITERATOR_SPEC), v),
    getitem: getItem,
    setitem: setItem,
    visit: (v: PyMemoryView, visit) => {
      if (v.owner !== null) visit(v.owner);
      visit(v.source);
    },
    sizeOf: (I) => 23 * I.memory.pointerBytes,
  },
  methods: {
    cast: bound('format, shape=<missing>', cast, 'Cast a memoryview to a new format or shape.'),
    hex: bound('sep=<missing>, bytes_per_sep=1', hex, 'Return the data in the buffer as a str of hexadecimal numbers.'),
    release: noArgs(release, 'Release the underlying buffer exposed by the memoryview object.'),
    tobytes: bound('order=None', toBytes, 'Return the data in the buffer as a byte string.'),
    tolist: noArgs((I, v: PyMemoryView) => {
      const list = items(I, v);
      return list === undefined ? undefined : newList(I, list);
    }, 'Return the data in the buffer as a list of elements.'),
    toreadonly: noArgs(readOnly, 'Return a readonly version of the memoryview.'),
    __enter__: noArgs(enter),
    __exit__: someArgs(0, -1, (I, v: PyMemoryView) => release(I, v)),
  },
  getset: {
    obj: attribute((_I, v) => v.source),
    format: attribute((_I, v) => v.format),
    itemsize: attribute((_I, v) => v.itemSize),
    nbytes: attribute((_I, v) => v.count * v.itemSize),
    ndim: attribute(() => 1),
    shape: attribute((I, v) => newTuple(I, [v.count])),
    strides: attribute((I, v) => newTuple(I, [v.stride])),
    suboffsets: attribute((I) => I.emptyTuple),
    readonly: attribute((_I, v) => v.readonly),
    c_contiguous: isContiguous,
    f_contiguous: isContiguous,
    contiguous: isContiguous,
  },
  kinds: [HEX_KIND],
};
