/** The distributions of `random.Random`, by CPython's methods, which decide how many numbers are drawn and in which order. */
import type { Interp } from '../objects/interp.ts';
import type { NativeSpec } from '../objects/native.ts';
import type { NativeKind } from '../objects/frame.ts';
import { bound } from '../objects/native.ts';
import { PyFloat } from '../objects/value.ts';
import type { Value } from '../objects/value.ts';
import { argumentKind, floatArgument } from '../objects/argument.ts';
import { overflowError, valueError, zeroDivision } from '../objects/raise.ts';
import { accurateExp, accurateLog, accuratePow } from '../numeric/accurate-math.ts';
import { accurateAcos, accurateCos, accurateSin } from '../numeric/accurate-trigonometry.ts';
import { modFloat } from '../numeric/float-arith.ts';
import type { PyRandom } from './random-type.ts';

type R = Value | undefined;

const TWO_PI = 2 * Math.PI;
const LOG_4 = accurateLog(4);
const NORMAL_MAGIC = (4 * accurateExp(-0.5)) / Math.sqrt(2);
const GAMMA_MAGIC = 1 + accurateLog(4.5);

/** Constants of the module, by name. */
export const RANDOM_CONSTANTS: readonly (readonly [string, number])[] = [
  ['TWOPI', TWO_PI],
  ['LOG4', LOG_4],
  ['NV_MAGICCONST', NORMAL_MAGIC],
  ['SG_MAGICCONST', GAMMA_MAGIC],
  ['RECIP_BPF', 2 ** -53],
];

const KINDS: NativeKind[] = [];

/** A method of float arguments (at most three; None stays NaN). `compute` gives a number, or undefined after raising. */
function distribution(
  name: string,
  signature: string,
  compute: (I: Interp, self: PyRandom, a: number, b: number, c: number) => number | undefined,
  doc: string,
): NativeSpec {
  const kind = argumentKind(`random.${name}.arguments`, run);
  KINDS.push(kind);
  function run(I: Interp, self: PyRandom, args: any[]): R {
    const numbers = [0, 0, 0];
    for (let i = 0; i < args.length; i++) {
      const x = args[i] === null ? NaN : floatArgument(I, kind, self, args, i);
      if (x === undefined) return undefined;
      numbers[i] = x;
    }
    const result = compute(I, self, numbers[0]!, numbers[1]!, numbers[2]!);
    return result === undefined ? undefined : new PyFloat(result);
  }
  return bound(signature, run, doc);
}

function divisionByZero(I: Interp): undefined {
  return zeroDivision(I, 'float division by zero');
}

function triangular(_I: Interp, self: PyRandom, low: number, high: number, mode: number): number {
  let u = self.twister.random();
  let c = 0.5;
  if (mode === mode) {
    if (high === low) return low;
    c = (mode - low) / (high - low);
  }
  if (u > c) {
    u = 1 - u;
    c = 1 - c;
    [low, high] = [high, low];
  }
  return low + (high - low) * Math.sqrt(u * c);
}

function normal(self: PyRandom, mean: number, deviation: number): number {
  for (;;) {
    const u1 = self.twister.random();
    const u2 = 1 - self.twister.random();
    const z = (NORMAL_MAGIC * (u1 - 0.5)) / u2;
    if ((z * z) / 4 <= -accurateLog(u2)) return mean + z * deviation;
  }
}

function gauss(_I: Interp, self: PyRandom, mean: number, deviation: number): number {
  let z = self.gaussNext;
  self.gaussNext = null;
  if (z === null) {
    const angle = self.twister.random() * TWO_PI;
    const radius = Math.sqrt(-2 * accurateLog(1 - self.twister.random()));
    z = accurateCos(angle) * radius;
    self.gaussNext = accurateSin(angle) * radius;
  }
  return mean + z * deviation;
}

function vonMises(I: Interp, self: PyRandom, mean: number, kappa: number): number | undefined {
  const random = self.twister;
  if (kappa <= 1e-6) return TWO_PI * random.random();
  const s = 0.5 / kappa;
  const r = s + Math.sqrt(1 + s * s);
  let z: number;
  for (;;) {
    z = accurateCos(Math.PI * random.random());
    const d = z / (r + z);
    const u2 = random.random();
    if (u2 < 1 - d * d || u2 <= (1 - d) * accurateExp(d)) break;
    if (--I.ticks < -1_000_000) return overflowError(I, 'math range error');
  }
  const q = 1 / r;
  const f = (q + z) / (1 + q * z);
  const u3 = random.random();
  return u3 > 0.5 ? modFloat(mean + accurateAcos(f), TWO_PI) : modFloat(mean - accurateAcos(f), TWO_PI);
}

function gammaVariate(I: Interp, self: PyRandom, alpha: number, beta: number): number | undefined {
  if (alpha <= 0 || beta <= 0) return valueError(I, 'gammavariate: alpha and beta must be > 0.0');
  const random = self.twister;
  if (alpha > 1) {
    const root = Math.sqrt(2 * alpha - 1);
    const b = alpha - LOG_4;
    const c = alpha + root;
    for (;;) {
      I.ticks--;
      const u1 = random.random();
      if (!(u1 > 1e-7 && u1 < 0.9999999)) continue;
      const u2 = 1 - random.random();
      const v = accurateLog(u1 / (1 - u1)) / root;
      const x = alpha * accurateExp(v);
      const z = u1 * u1 * u2;
      const r = b + c * v - x;
      if (r + GAMMA_MAGIC - 4.5 * z >= 0 || r >= accurateLog(z)) return x * beta;
    }
  }
  if (alpha === 1) return -accurateLog(1 - random.random()) * beta;
  const b = (Math.E + alpha) / Math.E;
  for (;;) {
    I.ticks--;
    const p = b * random.random();
    const x = p <= 1 ? powerOf(p, 1 / alpha) : -accurateLog((b - p) / alpha);
    const u1 = random.random();
    if (p > 1 ? u1 <= powerOf(x, alpha - 1) : u1 <= accurateExp(-x)) return x * beta;
  }
}

function powerOf(a: number, b: number): number {
  if (b === 0 || a === 1) return 1;
  if (a === 0 || a - a !== 0 || b - b !== 0) return Math.pow(a, b);
  return accuratePow(a, b);
}

function betaVariate(I: Interp, self: PyRandom, alpha: number, beta: number): number | undefined {
  const y = gammaVariate(I, self, alpha, 1);
  if (y === undefined || y === 0) return y;
  const other = gammaVariate(I, self, beta, 1);
  return other === undefined ? undefined : y / (y + other);
}

function exponential(I: Interp, self: PyRandom, rate: number): number | undefined {
  const log = accurateLog(1 - self.twister.random());
  return rate === 0 ? divisionByZero(I) : -log / rate;
}

function pareto(I: Interp, self: PyRandom, alpha: number): number | undefined {
  const u = 1 - self.twister.random();
  return alpha === 0 ? divisionByZero(I) : powerOf(u, -1 / alpha);
}

function weibull(I: Interp, self: PyRandom, alpha: number, beta: number): number | undefined {
  const u = 1 - self.twister.random();
  return beta === 0 ? divisionByZero(I) : alpha * powerOf(-accurateLog(u), 1 / beta);
}

export const RANDOM_DISTRIBUTIONS: Readonly<Record<string, NativeSpec>> = {
  uniform: distribution(
    'uniform',
    'a, b',
    (_I, self, a, b) => a + (b - a) * self.twister.random(),
    'Get a random number in the range [a, b) or [a, b].',
  ),
  triangular: distribution('triangular', 'low=0, high=1, mode=None', triangular, 'Triangular distribution.'),
  normalvariate: distribution(
    'normalvariate',
    'mu=0, sigma=1',
    (_I, self, mu, sigma) => normal(self, mu, sigma),
    'Normal distribution.',
  ),
  gauss: distribution('gauss', 'mu=0, sigma=1', gauss, 'Gaussian distribution.'),
  lognormvariate: distribution(
    'lognormvariate',
    'mu, sigma',
    (_I, self, mu, sigma) => accurateExp(normal(self, mu, sigma)),
    'Log normal distribution.',
  ),
  expovariate: distribution('expovariate', 'lambd', exponential, 'Exponential distribution.'),
  vonmisesvariate: distribution('vonmisesvariate', 'mu, kappa', vonMises, 'Circular data distribution.'),
  gammavariate: distribution('gammavariate', 'alpha, beta', gammaVariate, 'Gamma distribution.'),
  betavariate: distribution('betavariate', 'alpha, beta', betaVariate, 'Beta distribution.'),
  paretovariate: distribution('paretovariate', 'alpha', pareto, 'Pareto distribution.'),
  weibullvariate: distribution('weibullvariate', 'alpha, beta', weibull, 'Weibull distribution.'),
};

export const RANDOM_DISTRIBUTION_KINDS: readonly NativeKind[] = KINDS;
