export interface Entry {
  readonly source: string;
  readonly output: string;
  readonly importName: string | null;
}
export const STRICT: boolean;
export const ENTRIES: readonly Entry[];
export const BENCH_ENTRIES: readonly Entry[];
export const COPIED_FOLDERS: readonly string[];
