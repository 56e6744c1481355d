/** Method resolution order by C3 linearisation. */
import type { PyType } from './type.ts';

/**
 * Returns the MRO of a class with these bases, without the class itself; or, where there is none, the names of the bases that are in each
 * other's way, in the order CPython lists them.
 */
export function linearize(bases: readonly PyType[]): PyType[] | { readonly conflict: string[] } {
  if (bases.length === 1) return bases[0]!.mro.slice();
  const lists: PyType[][] = bases.map((base) => base.mro.slice());
  lists.push(bases.slice());
  const at = lists.map(() => 0);
  const result: PyType[] = [];
  for (;;) {
    let isEmpty = true;
    let next: PyType | null = null;
    for (let i = 0; i < lists.length && next === null; i++) {
      const list = lists[i]!;
      if (at[i]! >= list.length) continue;
      isEmpty = false;
      const candidate = list[at[i]!]!;
      if (!lists.some((other, k) => other.indexOf(candidate, at[k]! + 1) >= 0)) next = candidate;
    }
    if (isEmpty) return result;
    if (next === null) {
      const heads = new Set<string>();
      for (let i = 0; i < lists.length; i++) if (at[i]! < lists[i]!.length) heads.add(lists[i]![at[i]!]!.name);
      return { conflict: [...heads] };
    }
    result.push(next);
    for (let i = 0; i < lists.length; i++) if (lists[i]![at[i]!] === next) at[i]!++;
  }
}
