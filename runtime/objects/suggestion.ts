/** "Did you mean": the name most like another, by the edit distance that CPython uses for NameError and AttributeError. */

const MOVE_COST = 2;
const CASE_COST = 1;
/** Longer differences are not looked at. */
const MAX_STRING_SIZE = 40;
/** With more candidates nothing is suggested. */
const MAX_CANDIDATES = 750;

function substitutionCost(a: number, b: number): number {
  if ((a & 31) !== (b & 31)) return MOVE_COST;
  if (a === b) return 0;
  const lower = (c: number): number => (c >= 65 && c <= 90 ? c + 32 : c);
  return lower(a) === lower(b) ? CASE_COST : MOVE_COST;
}

/** Returns the distance of `a` and `b`, or more than `maxCost` as soon as it is known to be more. */
export function editDistance(a: string, b: string, maxCost: number): number {
  let start = 0;
  let endA = a.length;
  let endB = b.length;
  while (start < endA && start < endB && a[start] === b[start]) start++;
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  let short = a.slice(start, endA);
  let long = b.slice(start, endB);
  if (short === '' || long === '') return (short.length + long.length) * MOVE_COST;
  if (short.length > MAX_STRING_SIZE || long.length > MAX_STRING_SIZE) return maxCost + 1;
  if (long.length < short.length) [short, long] = [long, short];
  if ((long.length - short.length) * MOVE_COST > maxCost) return maxCost + 1;
  const row: number[] = [];
  for (let i = 0; i < short.length; i++) row.push((i + 1) * MOVE_COST);
  let result = 0;
  for (let j = 0; j < long.length; j++) {
    const code = long.charCodeAt(j);
    let distance = (result = j * MOVE_COST);
    let minimum = Infinity;
    for (let i = 0; i < short.length; i++) {
      const substitute = distance + substitutionCost(code, short.charCodeAt(i));
      distance = row[i]!;
      result = Math.min(Math.min(result, distance) + MOVE_COST, substitute);
      row[i] = result;
      if (result < minimum) minimum = result;
    }
    if (minimum > maxCost) return maxCost + 1;
  }
  return result;
}

/** Returns the candidate that `wrongName` was probably meant to be, or null. */
export function suggestName(wrongName: string, candidates: readonly string[]): string | null {
  if (candidates.length >= MAX_CANDIDATES) return null;
  let best: string | null = null;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    if (candidate === wrongName) continue;
    const allowed = Math.floor(((wrongName.length + candidate.length + 3) * MOVE_COST) / 6);
    const maxDistance = Math.min(allowed, bestDistance - 1);
    const distance = editDistance(wrongName, candidate, maxDistance);
    if (distance > maxDistance) continue;
    best = candidate;
    bestDistance = distance;
  }
  return best;
}
