/** erf and erfc: the rational approximations of Sun's fdlibm, polynomials summed by halves as in the C library CPython runs on. */
import { accurateExp } from './accurate-math.ts';
import { clearLowWord } from './word-split.ts';

const ERX = 8.45062911510467529297e-1;
const EFX = 1.28379167095512586316e-1;

// Below 0.84375: x + x * P(x**2) / Q(x**2).
const PP = [
  1.28379167095512558561e-1, -3.2504210724700149937e-1, -2.84817495755985104766e-2, -5.77027029648944159157e-3,
  -2.37630166566501626084e-5,
];
const QQ = [
  1, 3.97917223959155352819e-1, 6.50222499887672944485e-2, 5.08130628187576562776e-3, 1.32494738004321644526e-4,
  -3.9602282787753681232e-6,
];
// Up to 1.25: ERX + P(|x| - 1) / Q(|x| - 1).
const PA = [
  -2.36211856075265944077e-3, 4.14856118683748331666e-1, -3.72207876035701323847e-1, 3.18346619901161753674e-1,
  -1.10894694282396677476e-1, 3.54783043256182359371e-2, -2.166375594868790843e-3,
];
const QA = [
  1, 1.06420880400844228286e-1, 5.40397917702171048937e-1, 7.18286544141962662868e-2, 1.26171219808761642112e-1,
  1.36370839120290507362e-2, 1.1984499846799107417e-2,
];
// Up to 1 / 0.35, then beyond: exp(-x**2 - 0.5625 + R / S) / x in s = 1 / x**2.
const RA = [
  -9.86494403484714822705e-3, -6.93858572707181764372e-1, -1.05586262253232909814e1, -6.23753324503260060396e1,
  -1.62396669462573470355e2, -1.84605092906711035994e2, -8.12874355063065934246e1, -9.81432934416914548592,
];
const SA = [
  1, 1.96512716674392571292e1, 1.376577541435190426e2, 4.34565877475229228821e2, 6.45387271733267880336e2,
  4.29008140027567833386e2, 1.08635005541779435134e2, 6.57024977031928170135, -6.04244152148580987438e-2,
];
const RB = [
  -9.86494292470009928597e-3, -7.99283237680523006574e-1, -1.77579549177547519889e1, -1.60636384855821916062e2,
  -6.37566443368389627722e2, -1.02509513161107724954e3, -4.83519191608651397019e2,
];
const SB = [
  1, 3.03380607434824582924e1, 3.25792512996573918826e2, 1.53672958608443695994e3, 3.19985821950859553908e3,
  2.55305040643316442583e3, 4.74528541206955367215e2, -2.24409524465858183362e1,
];

/** A polynomial of degree 4 to 8, its terms taken in pairs: (c0 + c1 x) + x**2 (c2 + c3 x) + x**4 ... */
function polynomial(c: readonly number[], x: number): number {
  const x2 = x * x;
  let sum = c[0]! + x * c[1]!;
  let power = x2;
  for (let i = 2; i < c.length; i += 2) {
    sum += power * (i + 1 < c.length ? c[i]! + x * c[i + 1]! : c[i]!);
    power = i === 2 ? x2 * x2 : i === 4 ? power * x2 : x2 * x2 * (x2 * x2);
  }
  return sum;
}

/** erfc(x) * x for x >= 1.25 (and below 28). */
function tail(size: number): number {
  const s = 1 / (size * size);
  const isNear = size < 2.857142857142857;
  const ratio = polynomial(isNear ? RA : RB, s) / polynomial(isNear ? SA : SB, s);
  const z = clearLowWord(size);
  return accurateExp(-z * z - 0.5625) * accurateExp((z - size) * (z + size) + ratio);
}

/** Returns erf(x). */
export function erf(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (size < 3.725290298461914e-9) {
      if (size < 2.848094538889218e-306) return 0.0625 * (16 * x + 16 * EFX * x);
      return x + EFX * x;
    }
    const z = x * x;
    return x + x * (polynomial(PP, z) / polynomial(QQ, z));
  }
  let result: number;
  if (size < 1.25) {
    const s = size - 1;
    result = ERX + polynomial(PA, s) / polynomial(QA, s);
  } else if (size >= 6) result = 1;
  else result = 1 - tail(size) / size;
  return x < 0 ? -result : result;
}

/** Returns 1 - erf(x), accurate where erf(x) is near 1. */
export function erfc(x: number): number {
  if (x !== x) return x;
  const size = Math.abs(x);
  if (size < 0.84375) {
    if (size < 1.3877787807814457e-17) return 1 - x;
    const z = x * x;
    const y = polynomial(PP, z) / polynomial(QQ, z);
    if (x < 0.25) return 1 - (x + x * y);
    return 0.5 - (x - 0.5 + x * y);
  }
  if (size < 1.25) {
    const s = size - 1;
    const ratio = polynomial(PA, s) / polynomial(QA, s);
    return x >= 0 ? 1 - ERX - ratio : 1 + (ERX + ratio);
  }
  if (size < 28) {
    if (x < -6) return 2;
    const r = tail(size) / size;
    return x > 0 ? r : 2 - r;
  }
  return x > 0 ? 0 : 2;
}
