/**
 * Shapes: which attribute lies where in an instance's storage `s`.
 *
 * A shape belongs to one type, so comparing an instance's shape checks its class as well. Shapes of a type form a tree: the root has no
 * attributes, each edge adds one at the end. `s[0 .. type.slotCount)` holds the `__slots__` members, which no shape names; then come the
 * attributes in the order they were added, or, in *dict mode*, one PyDict. Entries that are not there yet read as undefined, also beyond the
 * end of `s`.
 *
 * Objects used as dictionaries would make endless trees, so beyond MAX_ATTRIBUTES attributes, or MAX_BRANCHES different next attributes, an
 * instance goes into dict mode.
 */
import type { PyType } from './type.ts';

/** Attributes an instance may have before dict mode. */
export const MAX_ATTRIBUTES = 64;
/** Different attributes that may follow one shape. */
export const MAX_BRANCHES = 64;
/** Up to this many attributes a look-up walks the chain of shapes; beyond it the shape makes an index. */
const WALK_LIMIT = 6;

export class Shape {
  /** The type whose instances have this shape. */
  readonly type: PyType;
  readonly parent: Shape | null;
  /** The attribute this shape adds to its parent; null in the root and the dict shape. */
  readonly name: string | null;
  /** Entries of `s` in use: slot members plus attributes (plus one in dict mode: the next free index is never asked then). */
  readonly count: number;
  /** Attributes are in the PyDict at `s[type.slotCount]`. */
  readonly isDict: boolean;
  private index: Map<string, number> | null = null;
  private lastName: string | null = null;
  private lastShape: Shape | null = null;
  private branches: Map<string, Shape> | null = null;

  constructor(type: PyType, parent: Shape | null, name: string | null, count: number, isDict: boolean) {
    this.type = type;
    this.parent = parent;
    this.name = name;
    this.count = count;
    this.isDict = isDict;
  }

  /** Returns the index of attribute `name` in `s`, or -1. Always -1 in dict mode. */
  indexOf(name: string): number {
    const attributes = this.count - this.type.slotCount;
    if (attributes <= WALK_LIMIT || this.isDict) {
      for (let shape: Shape = this; shape.name !== null; shape = shape.parent!) {
        if (shape.name === name) return shape.count - 1;
      }
      return -1;
    }
    if (this.index === null) this.index = this.makeIndex();
    const found = this.index.get(name);
    return found === undefined ? -1 : found;
  }

  /** Returns the shape with `name` added (its index is this shape's `count`), or null: the instance has to go into dict mode. */
  withAttribute(name: string): Shape | null {
    if (this.lastName === name) return this.lastShape;
    if (this.branches !== null) {
      const known = this.branches.get(name);
      if (known !== undefined) return known;
      if (this.branches.size >= MAX_BRANCHES) return null;
    }
    if (this.isDict || this.count - this.type.slotCount >= MAX_ATTRIBUTES) return null;
    const next = new Shape(this.type, this, name, this.count + 1, false);
    if (this.lastShape === null) {
      this.lastName = name;
      this.lastShape = next;
    } else {
      if (this.branches === null) this.branches = new Map();
      this.branches.set(name, next);
    }
    if (next.count > this.type.expectedSize) this.type.expectedSize = next.count;
    return next;
  }

  /** The attribute names in the order of their indices. */
  names(): string[] {
    const names = new Array<string>(this.isDict ? 0 : this.count - this.type.slotCount);
    let i = names.length;
    for (let shape: Shape = this; shape.name !== null; shape = shape.parent!) names[--i] = shape.name;
    return names;
  }

  private makeIndex(): Map<string, number> {
    const index = new Map<string, number>();
    for (let shape: Shape = this; shape.name !== null; shape = shape.parent!) index.set(shape.name, shape.count - 1);
    return index;
  }
}

/** Gives `type` its root shape, and its dict shape if instances have a `__dict__`. `slotCount` and `hasDict` must be final. */
export function makeShapes(type: PyType): void {
  if (!type.hasDict && type.slotCount === 0) return;
  type.rootShape = new Shape(type, null, null, type.slotCount, false);
  type.dictShape = type.hasDict ? new Shape(type, null, null, type.slotCount + 1, true) : null;
  type.expectedSize = type.slotCount;
}
