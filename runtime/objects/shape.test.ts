import { describe, expect, it } from 'vitest';
import { MAX_ATTRIBUTES, MAX_BRANCHES, Shape } from './shape.ts';
import type { PyType } from './type.ts';

const typeWith = (slotCount: number): PyType => ({ slotCount, expectedSize: slotCount }) as unknown as PyType;
const root = (type: PyType): Shape => new Shape(type, null, null, type.slotCount, false);

describe('Shape', () => {
  it('gives the same shape for the same attributes in the same order', () => {
    const start = root(typeWith(0));
    const ab = start.withAttribute('a')!.withAttribute('b')!;
    expect(start.withAttribute('a')!.withAttribute('b')).toBe(ab);
    expect(start.withAttribute('b')!.withAttribute('a')).not.toBe(ab);
    expect(ab.names()).toEqual(['a', 'b']);
    expect([ab.indexOf('a'), ab.indexOf('b'), ab.indexOf('c')]).toEqual([0, 1, -1]);
  });

  it('places attributes behind slot members', () => {
    const type = typeWith(2);
    const shape = root(type).withAttribute('x')!;
    expect(shape.indexOf('x')).toBe(2);
    expect(shape.names()).toEqual(['x']);
    expect(type.expectedSize).toBe(3);
  });

  it('finds attributes of large shapes, names from Object.prototype included', () => {
    let shape = root(typeWith(1));
    const names = ['constructor', '__proto__', 'toString', ...Array.from({ length: 20 }, (_, i) => `a${i}`)];
    for (const name of names) shape = shape.withAttribute(name)!;
    names.forEach((name, i) => expect(shape.indexOf(name)).toBe(i + 1));
    expect(shape.indexOf('hasOwnProperty')).toBe(-1);
  });

  it('refuses to grow without bound', () => {
    let shape: Shape | null = root(typeWith(0));
    for (let i = 0; i < MAX_ATTRIBUTES; i++) shape = shape!.withAttribute(`a${i}`);
    expect(shape!.withAttribute('more')).toBeNull();
    const start = root(typeWith(0));
    for (let i = 0; i <= MAX_BRANCHES; i++) expect(start.withAttribute(`a${i}`)).not.toBeNull();
    expect(start.withAttribute('more')).toBeNull();
  });
});
