/** Scripts from a server: fetched before they run, since `import` is synchronous. */
import { HostError } from '../host-error.ts';
import { MemoryLoader } from './loader.ts';

export interface PreloadOptions {
  /** Put in front of each path; ends with `/`. Default: the page's folder. */
  readonly base?: string;
  /** Default: the global `fetch`. */
  readonly fetch?: (
    url: string,
  ) => Promise<{ readonly ok: boolean; readonly status: number; arrayBuffer(): Promise<ArrayBuffer> }>;
}

/** Fetches `paths` and resolves to a loader of them. Rejects with HostError ERR_STACKLESS_FETCH that names the first missing one. */
export async function preload(paths: readonly string[], options: PreloadOptions = {}): Promise<MemoryLoader> {
  const get = options.fetch ?? ((url: string) => globalThis.fetch(url));
  const loader = new MemoryLoader();
  await Promise.all(
    paths.map(async (path) => {
      const url = (options.base ?? '') + path;
      let answer;
      try {
        answer = await get(url);
      } catch (cause) {
        throw new HostError('ERR_STACKLESS_FETCH', `preload: cannot fetch '${url}'.`, { cause });
      }
      if (!answer.ok)
        throw new HostError('ERR_STACKLESS_FETCH', `preload: the server answers ${answer.status} for '${url}'.`);
      loader.set(path, new Uint8Array(await answer.arrayBuffer()));
    }),
  );
  return loader;
}
