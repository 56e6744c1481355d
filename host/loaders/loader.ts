/** Source loaders: where scripts come from. Paths use `/`; reading is synchronous, so that an `import` is (docs/core.md). */
import type { SourceLoader } from '../../runtime/index.ts';
import type { ScriptSource } from '../options.ts';

export type { SourceLoader };

/** `a/./b/../c` -> `a/c`. Null: leads out of the root. A leading `/` is dropped: a loader's root is its own. */
export function normalizePath(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** Scripts in memory, by path. */
export class MemoryLoader implements SourceLoader {
  readonly #files = new Map<string, ScriptSource>();
  readonly #folders = new Set<string>();

  constructor(files: Readonly<Record<string, ScriptSource>> | ReadonlyMap<string, ScriptSource> = {}) {
    const entries = files instanceof Map ? files.entries() : Object.entries(files);
    for (const [path, source] of entries) this.set(path, source);
  }

  /** Adds or replaces a file; modules that have been imported stay as they are. */
  set(path: string, source: ScriptSource): void {
    const key = normalizePath(path);
    if (key === null) return;
    this.#files.set(key, source);
    for (let at = key.lastIndexOf('/'); at > 0; at = key.lastIndexOf('/', at - 1)) this.#folders.add(key.slice(0, at));
  }

  read(path: string): ScriptSource | undefined {
    const key = normalizePath(path);
    return key === null ? undefined : this.#files.get(key);
  }

  isFolder(path: string): boolean {
    const key = normalizePath(path);
    return key !== null && this.#folders.has(key);
  }
}

/** Asks each loader in turn. */
export function chainLoaders(loaders: readonly SourceLoader[]): SourceLoader {
  if (loaders.length === 1) return loaders[0];
  return {
    read(path) {
      for (const loader of loaders) {
        const source = loader.read(path);
        if (source !== undefined) return source;
      }
      return undefined;
    },
    isFolder: (path) => loaders.some((loader) => loader.isFolder?.(path) === true),
  };
}
