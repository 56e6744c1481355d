/** The two 32-bit halves of a float, and floats put together from them; exact on every host. */

/** Returns `value` with the lower 32 bits of its representation set to zero. */
export function clearLowWord(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  view.setInt32(4, 0);
  return view.getFloat64(0);
}

/** Returns the upper 32 bits of a float's representation: sign, exponent and the first 20 bits of the mantissa. */
export function highWord(value: number): number {
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, value);
  return view.getInt32(0);
}

/** Returns the next float after `x` in the direction of `y` (math.nextafter). */
export function nextAfter(x: number, y: number): number {
  if (x !== x || y !== y) return NaN;
  if (x === y) return y;
  if (x === 0) return y > 0 ? 5e-324 : -5e-324;
  const view = new DataView(new ArrayBuffer(8));
  view.setFloat64(0, x);
  const bits = view.getBigInt64(0);
  view.setBigInt64(0, x < y === x > 0 ? bits + 1n : bits - 1n);
  return view.getFloat64(0);
}

/** Returns the value of the last bit of `x` (math.ulp). */
export function ulpOf(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size === Infinity) return size;
  const next = nextAfter(size, Infinity);
  if (next !== Infinity) return next - size;
  return size - nextAfter(size, -Infinity);
}
